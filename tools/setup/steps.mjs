import { spawnSync } from 'node:child_process';

/**
 * @typedef {{ browsers: import('../find-browser.mjs').BrowserKind[], languages: boolean, quiet: boolean }} SetupOptions
 */

/** Something that whoever runs the setup can mend: its message is all that is shown. */
export class SetupError extends Error {}

/**
 * Says what is begun, does it, and says how long it took.
 *
 * @param {string} what as in "Installing dependencies"
 * @param {SetupOptions} options
 * @param {() => void} step
 */
export function announced(what, { quiet }, step) {
  console.log(`${what}…`);
  const startMs = performance.now();
  step();
  if (!quiet) console.log(`  done in ${Math.round((performance.now() - startMs) / 1000)} s`);
}

/**
 * Runs a command to its end, in silence where it succeeds.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @throws {SetupError} with what it complained of
 */
export function run(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  const said = error ? error.message : shortened(String(stderr).trim() || String(stdout));
  throw new SetupError(`Failed: ${[command, ...args].join(' ')}\n${said}`);
}

/**
 * The beginning and the end of a long complaint: npm names its reason first, apt last.
 *
 * @param {string} text
 */
function shortened(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.length > 20 ? [...lines.slice(0, 14), '…', ...lines.slice(-5)] : lines).join('\n');
}
