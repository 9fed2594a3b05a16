import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import linter from 'addons-linter';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeArchives } from '../../tools/archives/archives.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { ROOT } from '../support/sources.ts';

// Mozilla's own check of what is uploaded there. Everything that it finds must stand here with its reason, and what it no
// longer finds must go.

const FOUND = {
  firefox: [],
  // The linter reads every package as one for Firefox. This one is for Chrome and Edge, which Mozilla is never given.
  chrome: [
    // Firefox's keys: Chromium has no use for an ID, and gets its own from its store.
    'error ADDON_ID_REQUIRED manifest.json: The add-on ID is required in Manifest Version 3 and above.',
    // Chromium before 121 refuses a manifest that also has `scripts`. We admit 120.
    'error BACKGROUND_SERVICE_WORKER_NOFALLBACK manifest.json: Unsupported "/background/service_worker" manifest property used without "/background/scripts" property as Firefox-compatible fallback.',
    // Without it, Chromium has no side panel. Firefox has a sidebar in its place.
    'warning MANIFEST_PERMISSIONS manifest.json: /permissions: Invalid permissions "sidePanel" at 4.',
    // Firefox's key again: the package for Firefox has it.
    'warning MISSING_DATA_COLLECTION_PERMISSIONS manifest.json: The "data_collection_permissions" property is missing.',
  ],
};

let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await makeTemporaryFolder('packages');
  for (const { name, bytes } of await makeArchives(ROOT)) {
    writeFileSync(join(folder.path, name.replace(/^.*-/, '')), bytes);
  }
});
afterAll(() => folder.remove());

test.each(['firefox', 'chrome'] as const)(
  'Mozilla finds nothing in the package for %s but what is known',
  async (browser) => {
    const found = await lint(join(folder.path, `${browser}.zip`));
    expect(found.sort()).toEqual([...FOUND[browser]].sort());
  },
);

/** Each error, warning and notice, as a line. */
async function lint(archive: string): Promise<string[]> {
  const config = { _: [archive], output: 'none', logLevel: 'fatal' } as const;
  const { errors, warnings, notices } = await linter
    .createInstance({ config, runAsBinary: false })
    .run();
  return [...errors, ...warnings, ...notices].map(
    ({ _type, code, file, message }) =>
      `${_type} ${code} ${file?.replace(/[^/]+\.js$/, '*.js')}: ${message}`,
  );
}
