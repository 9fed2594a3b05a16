import { expect, test } from 'vitest';
import { rootFile } from '../support/sources.ts';

const BUILDS = ['chrome-mv3', 'firefox-mv3'];
// npm has read it before this runs.
const { dependencies } = JSON.parse(rootFile('package.json')) as {
  dependencies: Record<string, string>;
};

/** The lines that begin the terms of a package. */
const named = (build: string) => [
  ...rootFile(`.output/${build}/licenses.txt`).matchAll(/^(\S+) \d+\.\S+ \((.+)\)$/gm),
];

test.each(BUILDS)('the licences of all that is in %s are in it', (build) => {
  expect(named(build).map(([, name, licence]) => `${name} ${licence}`)).toEqual([
    '@wxt-dev/webextension-polyfill MIT',
    'dequal MIT',
    'idb ISC',
    'marked MIT',
    'papaparse MIT',
    'preact MIT',
    'webextension-polyfill MPL-2.0',
    'wxt MIT',
    'zod MIT',
  ]);
});

test.each(Object.keys(dependencies))('%s, on which users depend, is among them', (name) => {
  for (const build of BUILDS) expect(named(build).map(([, one]) => one)).toContain(name);
});
