import { scheduleSchema } from '../feeds/schedule';
import type { Connection, Settings } from '../settings/settings';
import * as z from '../zod';
import { type Feed, type OlieFeed, parseFeed, type Schedules } from './feed';
import { MOST_FEEDS, migratedState } from './state-migrations';

export const STATE_VERSION = 4;

const stateSchema = z.object({
  version: z.literal(STATE_VERSION),
  /** This version cannot read something in the saved settings. */
  settingsUnreadable: z.boolean(),
  feeds: z.array(z.unknown()),
});
/** All that was learnt. The background writes it, in one piece; everybody else reads. */
export type State = Omit<z.infer<typeof stateSchema>, 'feeds'> & { feeds: Feed[] };

export const NO_STATE: State = { version: STATE_VERSION, settingsUnreadable: false, feeds: [] };

/** What was learnt, and when to ask next. The first is on the disk, the second in memory (`storage.session`). */
export interface Stored {
  state: State;
  schedules: Schedules;
}

/** What to show if the browser cannot read it. */
export const UNREADABLE: Stored = {
  state: { ...NO_STATE, settingsUnreadable: true },
  schedules: {},
};

/** The state as stored. It can be asked for again at any time, so what cannot be read is simply not known. */
export function parseState(stored: unknown): State {
  const known = z.safeParse(stateSchema, migratedState(stored).state).data;
  if (!known) return NO_STATE;
  const feeds = known.feeds.slice(0, MOST_FEEDS).map(parseFeed);
  return { ...known, feeds: feeds.filter((feed) => feed !== null) };
}

/** The state with the feeds of one that was set aside. A feed that is in both stays as it is now: that is newer. */
export function mergedState(now: State, back: State): State {
  const feeds = back.feeds.filter(({ connectionId: id }) => feedOf(now, { id }) === undefined);
  return { ...now, feeds: [...now.feeds, ...feeds] };
}

const anyObject = z.object({});

/** The schedules as stored. One that cannot be read does not cost the others: its feed is asked at once. */
export function parseSchedules(stored: unknown): Schedules {
  if (!z.safeParse(anyObject, stored).success) return {};
  // By hand: zod's record takes a third of a second for the 75,000 keys of a hostile megabyte.
  const rows = Object.entries<unknown>(Object(stored)).slice(0, MOST_FEEDS);
  return Object.fromEntries(
    rows.flatMap(([connectionId, row]) => {
      const schedule = z.safeParse(scheduleSchema, row).data;
      return schedule ? [[connectionId, schedule]] : [];
    }),
  );
}

/** What is known from a connection; undefined before it was first asked. */
export function feedOf({ feeds }: State, { id }: Pick<Connection, 'id'>): Feed | undefined {
  return feeds.find(({ connectionId }) => connectionId === id);
}

/** The feeds whose connection is not in the settings. */
export function withoutConnection(state: State, { connections }: Settings): Feed[] {
  const ids = new Set(connections.map(({ id }) => id));
  return state.feeds.filter(({ connectionId }) => !ids.has(connectionId));
}

/** True if the user had not allowed that address when it was last to be asked. */
export function isForbidden({ feeds }: State, address: string): boolean {
  return feeds.some((feed) => feed.address === address && feed.failure?.kind === 'permission');
}

/** The timer's feed, or null if Olie is not connected. */
export function timerFeed({ feeds }: Pick<State, 'feeds'>): OlieFeed | null {
  return feeds.find((feed) => feed.kind === 'olie') ?? null;
}

/** How far the timer's service is ahead of the browser's clock, in milliseconds; if it never answered, any service. */
export function serverOffset(state: Pick<State, 'feeds'>): number {
  const known = [timerFeed(state), ...state.feeds].find((feed) => feed && feed.offsetMs !== null);
  return known?.offsetMs ?? 0;
}
