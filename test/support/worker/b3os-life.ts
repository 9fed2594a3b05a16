import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveSettings } from '../../../lib/browser/settings-storage.ts';
import { loadState } from '../../../lib/browser/state-storage.ts';
import type { WorkflowConnection } from '../../../lib/core/b3os/b3os.ts';
import { NO_SETTINGS } from '../../../lib/core/settings/settings.ts';
import type { Feed } from '../../../lib/core/state/state.ts';
import { type StandInB3os, startStandInB3os } from '../stand-ins/b3os.ts';
import { serverNowMs } from './life.ts';

/** A stand-in B3OS that may be reached, by the servers' time; ended with the test. */
export async function startB3os(): Promise<StandInB3os> {
  const b3os = await startStandInB3os({ now: serverNowMs });
  onTestFinished(b3os.close);
  await fakeBrowser.permissions.request({ origins: [`${b3os.url}/*`] });
  return b3os;
}

/** A new execution, and the connection that watches it. */
export function watched(b3os: StandInB3os, id: string, status?: string): WorkflowConnection {
  const { token } = b3os.add(status === undefined ? { id } : { id, status });
  const texts = { kind: 'b3os', label: '', apiKey: '' };
  return { id, ...texts, address: b3os.url, executionId: id, token };
}

/** Saves these connections and no others, as the options page does. */
export async function watchAll(connections: WorkflowConnection[]): Promise<void> {
  await saveSettings({ ...NO_SETTINGS, connections });
}

/** What is stored of each connection, by its id. */
export async function storedFeeds(): Promise<Record<string, Feed>> {
  const { feeds } = await loadState();
  return Object.fromEntries(feeds.map((feed) => [feed.connectionId, feed]));
}

/** The executions asked for so far, in order. */
export function askedFor({ requests }: StandInB3os): string[] {
  return requests.map(({ path }) => new URL(path, 'http://b3os').pathname.split('/').at(-1) ?? '');
}
