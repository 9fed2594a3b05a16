import { expect, onTestFinished, test } from 'vitest';
import { evaluateInFirefoxWindow } from '../../support/browsers/firefox-window.ts';
import { manifestOf } from '../../support/browsers/manifests.ts';
import { startSession } from '../../support/browsers/session.ts';

// Firefox holds an update back until the user agrees, if it demands something that Firefox has words for.

test('Firefox has nothing to ask for the update from 0.1.0', async () => {
  const session = await startSession('firefox');
  onTestFinished(session.close);
  /** What it would ask, and what is new at all, by its own code. */
  const newIn = async (manifest: Record<string, unknown>) => {
    const [before, after] = [await manifestOf('firefox', '0.1.0'), manifest].map(demandedBy);
    const text = await evaluateInFirefoxWindow(
      session.browser,
      `(() => {
        const from = 'resource://gre/modules/Extension.sys.mjs';
        const { ExtensionData } = ChromeUtils.importESModule(from);
        const permissions = ExtensionData.comparePermissions(
          ${JSON.stringify(before)}, ${JSON.stringify(after)});
        const { msgs } = ExtensionData.formatPermissionStrings({ type: 'update', permissions });
        return JSON.stringify({ permissions, msgs });
      })()`,
    );
    return JSON.parse(String(text));
  };
  const today = await manifestOf('firefox', 'today');
  const nothing = { origins: [], data_collection: [] };
  expect(await newIn(today)).toMatchObject({ permissions: nothing, msgs: [] });
  // It would be told.
  const permissions = [today.permissions, 'tabs'].flat();
  expect((await newIn({ ...today, permissions })).msgs).toEqual(['Access browser tabs']);
  const host_permissions = ['https://*/*'];
  expect((await newIn({ ...today, host_permissions })).msgs).toHaveLength(1);
  const gecko = { data_collection_permissions: { required: ['locationInfo'] } };
  const located = await newIn({ ...today, browser_specific_settings: { gecko } });
  expect(located.permissions.data_collection).toEqual(['locationInfo']);
});

/** What a manifest demands at the installation, in Firefox's own form. */
function demandedBy(manifest: Record<string, unknown>) {
  const { gecko } = Object(manifest.browser_specific_settings);
  return {
    permissions: manifest.permissions ?? [],
    origins: manifest.host_permissions ?? [],
    data_collection: Object(gecko).data_collection_permissions?.required ?? [],
  };
}
