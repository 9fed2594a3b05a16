import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveSettings } from '../../../lib/browser/settings-storage.ts';
import type { Connection } from '../../../lib/core/feeds/feed-kind.ts';
import { NO_SETTINGS } from '../../../lib/core/settings/settings.ts';
import type { StandInB3os } from '../stand-ins/b3os.ts';
import type { StandInOlie } from '../stand-ins/olie.ts';
import { type StandInZaia, startStandInZaia } from '../stand-ins/zaia.ts';
import { startB3os, watched } from './b3os-life.ts';
import { beginLife, serverNowMs } from './life.ts';

export interface ThreeServices {
  olie: StandInOlie;
  b3os: StandInB3os;
  zaia: StandInZaia;
  /** One each for Olie and Zaia, and one for each workflow: all that can be saved. */
  connections: Connection[];
  /** How many requests all of them have received. */
  requests(): number;
}

/**
 * A life with all three services, which may be reached; nothing is connected yet.
 * @param computerAheadMs by how much this computer's clock is wrong
 */
export async function beginWithThree(
  workflows: number,
  computerAheadMs = 0,
): Promise<ThreeServices> {
  const olie = await beginLife(computerAheadMs);
  const b3os = await startB3os();
  const zaia = await startStandInZaia({ now: serverNowMs, runs: 6 });
  onTestFinished(zaia.close);
  await fakeBrowser.permissions.request({ origins: [`${olie.url}/*`, `${zaia.url}/*`] });
  const { url: address, token, executionId } = olie;
  const timer = { id: 'olie', kind: 'olie', address, token, executionId };
  const runs = {
    ...{ id: 'zaia', kind: 'zaia', address: zaia.url, token: zaia.apiKey },
    ...{ responderIds: [], show: 10 },
  };
  const ids = Array.from({ length: workflows }, (_, index) => `order_${index}`);
  return {
    ...{ olie, b3os, zaia },
    connections: [timer, ...ids.map((id) => watched(b3os, id, 'workflow_running')), runs],
    requests: () => olie.requests.length + b3os.requests.length + zaia.requests.length,
  };
}

/** Saves these connections, as the options page does. */
export function saveAll(connections: Connection[]): Promise<void> {
  return saveSettings({ ...NO_SETTINGS, connections });
}
