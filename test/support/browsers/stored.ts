/** What the extension has stored, read and changed from one of its pages. Tests in browsers reach it only through here. */
import type { Page } from 'puppeteer-core';
import type { Schedule } from '../../../lib/core/feeds/schedule.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../lib/core/settings/preferences.ts';
import { type Feed, type Schedules, scheduleOf } from '../../../lib/core/state/feed.ts';
import { parseSchedules, parseState } from '../../../lib/core/state/state.ts';
import { callBrowser, evaluateText } from './evaluate.ts';

export interface Stored {
  /** As JSON. */
  settings: string;
  /** By service. One connection of each is expected. */
  feeds: Record<string, Feed>;
  /** By service, too. */
  schedules: Record<string, Schedule>;
}

export async function readStored(page: Page): Promise<Stored> {
  const { settings, state, schedules } = await readAll(page);
  const { feeds } = parseState(state);
  const parsed = parseSchedules(schedules);
  return {
    settings: JSON.stringify(settings),
    feeds: Object.fromEntries(feeds.map((feed) => [feed.kind, feed])),
    schedules: Object.fromEntries(feeds.map((feed) => [feed.kind, scheduleOf(parsed, feed)])),
  };
}

/** @throws Error if nothing is stored about that service */
export async function readFeed(page: Page, service: string): Promise<Feed> {
  const { feeds } = await readStored(page);
  const feed = feeds[service];
  if (feed === undefined) throw new Error(`Nothing is stored about ${service}`);
  return feed;
}

/** @throws Error if nothing is stored about that service */
export async function readSchedule(page: Page, service: string): Promise<Schedule> {
  const { schedules } = await readStored(page);
  const schedule = schedules[service];
  if (schedule === undefined) throw new Error(`Nothing is stored about ${service}`);
  return schedule;
}

/** All of `storage.local`, as JSON. */
export async function storedText(page: Page): Promise<string> {
  return String(await callBrowser(page, 'storage.local.get().then(JSON.stringify)'));
}

/** Makes all that is stored look so much older, the times of services included. */
export async function letTimePass(page: Page, ms: number): Promise<void> {
  const { state, schedules } = await readAll(page);
  // In what is stored, only moments are numbers of this size.
  const earlier = (_: string, value: unknown) =>
    typeof value === 'number' && value > 1e12 ? value - ms : value;
  await write(page, JSON.parse(JSON.stringify({ state, schedules }), earlier));
}

/** Makes the timer look old, as after three rounds without an answer. */
export async function makeTimerOld(page: Page): Promise<void> {
  const { state, schedules } = await readAll(page);
  const timer = state.feeds.find(({ kind }) => kind === 'olie');
  if (timer === undefined) throw new Error('Nothing is stored about the timer');
  const aged = { ...scheduleOf(schedules, timer), oldAtMs: Date.now() - 1 };
  await write(page, { schedules: { ...schedules, [timer.connectionId]: aged } });
}

/** Stores preferences, as another machine of the user does. */
export async function choose(page: Page, preferences: Partial<Preferences>): Promise<void> {
  const text = JSON.stringify({ preferences: { ...DEFAULT_PREFERENCES, ...preferences } });
  await callBrowser(page, `storage.sync.set(${text})`);
}

/** Gives the timer that many sessions. */
export async function storeSessions(page: Page, count: number): Promise<void> {
  const { state } = await readAll(page);
  const feeds = state.feeds.map((feed) => {
    if (feed.kind !== 'olie') return feed;
    const data = Object(feed.data);
    const session = (_: unknown, id: number) => ({ ...data.recent[0], id: String(id) });
    return { ...feed, data: { ...data, recent: Array.from({ length: count }, session) } };
  });
  await write(page, { state: { ...state, feeds } });
}

/** Makes what ended badly unseen again. */
export async function makeUnseen(page: Page): Promise<void> {
  const { state } = await readAll(page);
  const feeds = state.feeds.map((feed) => ({ ...feed, isSeen: false }));
  await write(page, { state: { ...state, feeds } });
}

/** Runs a round for the *Refresh* button, or as the open popup does. Resolves at its end. */
export async function runRound(page: Page, asker: 'user' | 'popup'): Promise<void> {
  await callBrowser(page, `runtime.sendMessage({ kind: 'refresh', asker: '${asker}' })`);
}

/** The origins that the extension may reach. */
export async function grantedOrigins(page: Page): Promise<string[]> {
  const { origins } = Object(await callBrowser(page, 'permissions.getAll()'));
  return origins;
}

interface Raw {
  settings: unknown;
  state: { feeds: Feed[] };
  schedules: Schedules;
}

async function readAll(page: Page): Promise<Raw> {
  const text = await evaluateText(
    page,
    `(async () => {
      const { local, session } = (globalThis.browser ?? chrome).storage;
      return JSON.stringify({ ...(await local.get()), ...(await session.get('schedules')) });
    })()`,
  );
  // The background has just written it.
  return JSON.parse(String(text)) as Raw;
}

async function write(page: Page, { state, schedules }: Partial<Raw>): Promise<void> {
  if (state) await callBrowser(page, `storage.local.set(${JSON.stringify({ state })})`);
  if (schedules) await callBrowser(page, `storage.session.set(${JSON.stringify({ schedules })})`);
}
