import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder } from '../../test/support/browsers/temporary-folder.ts';
import { absolute, type Line } from './line.ts';
import { SITUATIONS, type Told } from './traffic/situations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What an hour costs the services, in each situation. The fake browser lives in vitest: so it is run there. */
export async function traffic(): Promise<Line[]> {
  const folder = await makeTemporaryFolder('traffic');
  try {
    const path = join(folder.path, 'hours');
    const vitest = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tools/bench/traffic/vitest.config.ts'],
      { cwd: root, env: { ...process.env, OLIE_TRAFFIC: path }, stdio: ['ignore', 2, 2] },
    );
    const [code] = await once(vitest, 'exit');
    if (code !== 0) throw new Error('The traffic could not be counted');
    const told = (await readFile(path, 'utf8')).trim().split('\n');
    return told.flatMap((line) => linesOf(JSON.parse(line)));
  } finally {
    folder.remove();
  }
}

function linesOf(told: Told): Line[] {
  if (told.situation === 'back') {
    return [absolute('traffic: somebody is back, to the request', told.afterMs, 'ms', 2_000)];
  }
  const { name, most } = SITUATIONS[told.situation];
  return [
    absolute(`traffic: requests an hour, ${name}`, told.requests, '', most),
    absolute(`traffic: an hour, ${name}`, told.bytes / 1000, 'kB', null),
  ];
}
