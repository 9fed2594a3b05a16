import { describe, expect, onTestFinished, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { saveSettings } from '../../../lib/browser/settings-storage';
import example from '../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import { startStandInZaia } from '../../support/stand-ins/zaia';
import { BEGIN_MS, beginLife, connect } from '../../support/worker/life';

const detail = (what: string, argument: string, connectionId = 'runs') =>
  runCommand({ kind: 'detail', connectionId, what, argument });
const failed = (kind: string, message: string | null = null) => ({
  failure: { kind, message, retryAfterS: null },
  data: null,
});

/** A connection to Zaia is saved, and may be asked. */
async function lifeWithZaia() {
  await beginLife();
  const zaia = await startStandInZaia({ now: () => BEGIN_MS });
  onTestFinished(zaia.close);
  await fakeBrowser.permissions.request({ origins: [`${zaia.url}/*`] });
  const { url: address, apiKey: token } = zaia;
  // An id of its own: the client keeps nestings by it.
  const connection = { id: 'runs', kind: 'zaia', address, token, responderIds: [], show: 5 };
  await saveSettings({ version: 3, connections: [connection] });
  return zaia;
}

describe('a detail is asked for', () => {
  test('without a permission from nobody', async () => {
    const zaia = await lifeWithZaia();
    await fakeBrowser.permissions.remove({ origins: [`${zaia.url}/*`] });
    expect(await detail('nesting', example.id)).toEqual(failed('permission'));
    expect(zaia.requests).toEqual([]);
  });

  test('and what fails says how', async () => {
    const zaia = await lifeWithZaia();
    zaia.fail({ status: 404, body: { message: 'Execution not found' } });
    const unknown = failed('unknown-id', 'Execution not found');
    expect(await detail('nesting', example.id)).toEqual(unknown);
  });

  test('with the saved connection, and nothing of it is stored', async () => {
    const zaia = await lifeWithZaia();
    const before = await fakeBrowser.storage.local.get();
    const reply = await detail('nesting', example.id);
    expect(reply).toMatchObject({ failure: null, data: { nodes: [{ id: example.id }, {}, {}] } });
    expect(zaia.requests).toMatchObject([{ authorization: zaia.apiKey }]);
    expect(JSON.stringify(reply)).not.toContain(zaia.apiKey);
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  test('of a connection that is not saved from nobody', async () => {
    const zaia = await lifeWithZaia();
    expect(await detail('nesting', example.id, 'removed')).toEqual(failed('unexpected-answer'));
    expect(zaia.requests).toEqual([]);
  });

  test('of a service that has none from nobody', async () => {
    const olie = await beginLife();
    await connect(olie);
    expect(await detail('nesting', 'x', 'first')).toEqual(failed('unexpected-answer'));
    expect(olie.requests).toEqual([]);
  });
});
