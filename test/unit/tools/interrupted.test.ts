import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ROOT } from '../../support/sources';

const folders = pathToFileURL(`${ROOT}test/support/browsers/temporary-folder.ts`).href;
const removing = pathToFileURL(`${ROOT}test/support/browsers/removed-at-end.ts`).href;
/** Makes a folder, says where it is, and goes on for ever. */
const makesFolder = `
  import { makeTemporaryFolder } from ${JSON.stringify(folders)};
  const { path } = await makeTemporaryFolder('interrupted');
  console.log(path);
  setInterval(() => {}, 1000);
`;
/** Starts a program that never ends, in place of a browser, says which, and goes on for ever. */
const startsBrowser = `
  import { spawn } from 'node:child_process';
  import { killedAtEnd } from ${JSON.stringify(removing)};
  const browser = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], {
    detached: process.platform !== 'win32',
    stdio: 'ignore',
  });
  killedAtEnd(browser);
  console.log(browser.pid);
  setInterval(() => {}, 1000);
`;

// A profile may hold a real token: `npm start` makes one for the user's own timer.
const onUnix = test.skipIf(process.platform === 'win32');

async function started() {
  const { said: path, ...program } = await run(makesFolder);
  return { ...program, path };
}

/** Runs a program until it has said something. */
async function run(program: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const [said] = await once(child.stdout, 'data');
  return { child, ended, said: String(said).trim() };
}

onUnix.each([
  ['Ctrl+C', 'SIGINT', 130],
  ['an end of the session', 'SIGTERM', 143],
  ['a closed terminal', 'SIGHUP', 129],
] as const)('%s leaves no temporary folder behind', async (_, signal, code) => {
  const { child, ended, path } = await started();
  expect(existsSync(path)).toBe(true);
  child.kill(signal);
  expect(await ended).toEqual([code, null]);
  expect(existsSync(path)).toBe(false);
});

// The system kills who takes too much memory, and vitest each of its processes that takes half a second to end.
onUnix('who is killed leaves nothing behind either', async () => {
  const { child, ended, path } = await started();
  expect(existsSync(path)).toBe(true);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  await expect.poll(() => existsSync(path)).toBe(false);
});

// Firefox would go on, and write its removed profile anew.
onUnix('who is killed takes the browser along', async () => {
  const { child, ended, said } = await run(startsBrowser);
  const isRunning = () => {
    try {
      return process.kill(Number(said), 0);
    } catch {
      return false;
    }
  };
  expect(isRunning()).toBe(true);
  child.kill('SIGKILL');
  await ended;
  await expect.poll(isRunning).toBe(false);
});
