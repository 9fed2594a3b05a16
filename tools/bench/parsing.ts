import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { makeTemporaryFolder } from '../../test/support/temporary-folder.ts';
import { inTurn, median } from './in-turn.ts';
import { largestAgentRuns, largestTimer, largestWorkflow } from './largest.ts';
import { absolute, type Line } from './line.ts';
import { silent } from './silent.ts';
import { SLOWER, startStage } from './stage.ts';

const entrypointsDir = fileURLToPath(new URL('./parsing', import.meta.url));

/** How long the largest answers take that are read at all, on a slowed processor. */
export async function parsing(): Promise<Line[]> {
  const folder = await makeTemporaryFolder('parsing');
  const stage = await startStage();
  try {
    await build({ browser: 'chrome', entrypointsDir, outDir: folder.path, logger: silent });
    const origin = await stage.add({ ...folder, path: join(folder.path, 'chrome-mv3') });
    const page = await stage.browser.newPage();
    await page.goto(`${origin}/parsing.html`);
    await page.emulateCPUThrottling(SLOWER);
    // The page answers with milliseconds.
    const call = (source: string) => async () => (await page.evaluate(source)) as number;
    const quoted = (body: string) => JSON.stringify(body);
    const bodies = {
      olie: quoted(largestTimer()),
      b3os: quoted(largestWorkflow()),
      zaia: quoted(largestAgentRuns()),
    };
    const all = await inTurn({
      olie: call(`parseMs('olie', ${bodies.olie})`),
      b3os: call(`parseMs('b3os', ${bodies.b3os})`),
      zaia: call(`parseMs('zaia', ${bodies.zaia})`),
      decoded: call(`decodeMs(${bodies.olie})`),
    });
    return [
      absolute('parsing: 1 MB of Olie', median(all.olie), 'ms', 30),
      absolute('parsing: 1 MB of B3OS', median(all.b3os), 'ms', 30),
      absolute('parsing: 1 MB of Zaia', median(all.zaia), 'ms', 30),
      absolute('parsing: 1 MB of Olie, decoded and nothing more', median(all.decoded), 'ms', null),
    ];
  } finally {
    await stage.close();
    folder.remove();
  }
}
