import { expect, onTestFinished, test } from 'vitest';
import { evaluateText } from '../../support/browsers/evaluate.ts';
import { manifestOf } from '../../support/browsers/manifests.ts';
import { startSession } from '../../support/browsers/session.ts';

// Chromium disables an extension whose update has a warning that the version before did not have, until the user agrees.

test('Chromium warns of nothing that it did not warn of in 0.1.0', async () => {
  const session = await startSession('chromium');
  onTestFinished(session.close);
  const page = await session.openPage('/options.html');
  /** What it would say at the installation. */
  const warningsOf = (manifest: object) => {
    const text = JSON.stringify(JSON.stringify(manifest));
    return evaluateText(page, `chrome.management.getPermissionWarningsByManifest(${text})`);
  };
  const today = await manifestOf('chromium', 'today');
  expect(await warningsOf(await manifestOf('chromium', '0.1.0'))).toEqual([]);
  expect(await warningsOf(today)).toEqual([]);
  // It would be told.
  const permissions = [today.permissions, 'tabs'].flat();
  expect(await warningsOf({ ...today, permissions })).toEqual(['Read your browsing history']);
  const host_permissions = ['https://*/*'];
  expect(await warningsOf({ ...today, host_permissions })).toHaveLength(1);
});
