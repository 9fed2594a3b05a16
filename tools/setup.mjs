// Makes a fresh checkout ready to be worked in:
//
//   node tools/setup.mjs [--browsers chromium,firefox] [--languages] [--quiet]
//
// Plain JavaScript without dependencies, for it runs before there are any. What is in place already is left alone, without a word.
//   --browsers   also sees to it that these can be found, and installs them where it may
//   --languages  also sees to it that Debian's browsers speak Portuguese
//   --quiet      says what it begins, not how long it took

import { browserKinds } from './find-browser.mjs';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ensureDependencies, ensureWxtTypes } from './setup/dependencies.mjs';
import { SetupError } from './setup/steps.mjs';

const OLDEST_NODE = [20, 19];

try {
  const options = readOptions(process.argv.slice(2));
  checkNode();
  ensureDependencies(options);
  ensureWxtTypes(options);
  ensureBrowsers(options);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/**
 * @param {string[]} words
 * @returns {import('./setup/steps.mjs').SetupOptions}
 */
function readOptions(words) {
  /** @type {import('./setup/steps.mjs').SetupOptions} */
  const options = { browsers: [], languages: false, quiet: false };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name, value] = word.split('=', 2);
    if (name === '--quiet') options.quiet = true;
    else if (name === '--languages') options.languages = true;
    else if (name === '--browsers') options.browsers = readBrowsers(value ?? rest.shift() ?? '');
    else
      throw new SetupError(
        `What is ${word}? Known are --browsers ${browserKinds.join(',')}, --languages and --quiet.`,
      );
  }
  return options;
}

/** @param {string} list */
function readBrowsers(list) {
  const asked = list.split(',').map((name) => name.trim());
  const known = browserKinds.filter((kind) => asked.includes(kind));
  if (known.length !== asked.length)
    throw new SetupError(`--browsers takes a list of ${browserKinds.join(', ')}, not "${list}".`);
  return known;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Node ${OLDEST_NODE.join('.')} or newer is needed, and this is ${process.versions.node}: see https://nodejs.org`,
  );
}
