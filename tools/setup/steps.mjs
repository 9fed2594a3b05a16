import { spawnSync } from 'node:child_process';

/** @typedef {{ what: string, run: () => void }} Step `what` reads like "Install chromium (apt-get)". */

/** Something that the reader can mend. Only its message is shown. */
export class SetupError extends Error {}

/** Lists all steps, then runs them. @param {Step[]} steps */
export function runSteps(steps) {
  if (steps.length > 1) console.log(['To do:', ...steps.map(({ what }) => `- ${what}`)].join('\n'));
  for (const { what, run } of steps) {
    console.log(`${what}…`);
    run();
  }
}

/** Runs `main`, and ends with code 1 after a SetupError. @param {() => unknown} main */
export async function exitOnSetupError(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Runs a command, silently unless it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @throws {SetupError} with what it printed
 */
export function run(command, args, options = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  const ended = signal ? `It was ended by ${signal}.` : null;
  const said = error?.message ?? ended ?? (String(stderr).trim() || String(stdout));
  throw new SetupError(`Failed: ${[command, ...args].join(' ')}\n${said}`);
}
