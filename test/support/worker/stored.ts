/** What the background has stored. Unit tests of whole rounds read and write it only through here. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSettings, saveSettings } from '../../../lib/browser/settings-storage.ts';
import { loadStored } from '../../../lib/browser/state-storage.ts';
import type { Schedule } from '../../../lib/core/feeds/schedule.ts';
import type { Timer } from '../../../lib/core/olie/timer.ts';
import { type Connection, NO_SETTINGS } from '../../../lib/core/settings/settings.ts';
import type { Feed } from '../../../lib/core/state/feed.ts';
import { timerFeed } from '../../../lib/core/state/state.ts';

/** Every feed, by the id of its connection. */
export async function storedFeeds(): Promise<Record<string, Feed>> {
  const { feeds } = (await loadStored()).state;
  return Object.fromEntries(feeds.map((feed) => [feed.connectionId, feed]));
}

/**
 * The first feed of that service.
 * @throws Error if there is none
 */
export async function storedFeed(service = 'olie'): Promise<Feed> {
  const { feeds } = (await loadStored()).state;
  const feed = feeds.find(({ kind }) => kind === service);
  if (feed === undefined) throw new Error(`Nothing is stored about ${service}`);
  return feed;
}

/**
 * When the first connection of that service was asked and is asked next.
 * @throws Error if there is none
 */
export async function storedSchedule(service = 'olie'): Promise<Schedule> {
  const { schedules } = await loadStored();
  const connection = (await storedConnections()).find(({ kind }) => kind === service);
  const schedule = connection && schedules[connection.id];
  if (schedule === undefined) throw new Error(`${service} has no schedule`);
  return schedule;
}

/** @throws Error if no timer is stored */
export async function storedTimer(): Promise<Timer> {
  const timer = timerFeed((await loadStored()).state)?.data;
  if (!timer) throw new Error('No timer is stored');
  return timer;
}

export async function storedConnections(): Promise<Connection[]> {
  return (await loadSettings()).settings.connections;
}

/** The settings as JSON, exactly as stored. */
export async function storedSettings(): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage.local.get('settings'));
}

/** Saves these connections in place of all others. */
export function saveConnections<C extends Connection>(connections: C[]): Promise<void> {
  return saveSettings({ ...NO_SETTINGS, connections });
}

/** Allows these origins, as the user does when the options page asks. */
export async function allow(...urls: string[]): Promise<void> {
  await fakeBrowser.permissions.request({ origins: urls.map((url) => `${url}/*`) });
}
