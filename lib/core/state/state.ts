import { failureSchema } from '../feeds/failure';
import type { Connection } from '../feeds/feed-kind';
import { NEVER_ASKED, scheduleSchema } from '../feeds/schedule';
import { isSame } from '../is-same';
import type { Timer } from '../olie/timer';
import * as s from '../schema';
import { feedKind } from '../services';
import type { Settings } from '../settings/settings';
import { STATE_VERSION } from './state-version';

/** What is known from one connection, and how asking goes. No secret is in it: pages read it. */
const feedSchema = s.object({
  /** The connection that all of this was asked with: under another one it says nothing. */
  connectionId: s.string(),
  kind: s.string(),
  /** Where it was asked: what the host permission is needed for. */
  address: s.string(),
  /** What the user calls it; '' where they gave it no name. */
  label: s.string(),
  /** What it is called where nothing better is known. */
  reference: s.string(),
  schedule: scheduleSchema,
  /** Of the last try; null where it succeeded. */
  failure: s.nullable(failureSchema),
  /** How far the server's clock is ahead of the browser's; null before the first answer. */
  offsetMs: s.nullable(s.number()),
  /** The user has opened the popup since it ended badly. */
  isSeen: s.boolean(),
  /** Names the last answer, where the service gives it a name. */
  etag: s.nullable(s.string()),
  /** The last answer as its kind's schema has it, kept through failures; null before the first. */
  data: s.unknown(),
});
export type Feed = s.infer<typeof feedSchema>;

/** All that the background knows. The background writes it, in one piece; everybody else reads. */
const stateSchema = s.object({
  version: s.number(),
  /** Of the saved settings, something is of a version or shape that this one cannot read. */
  settingsUnreadable: s.boolean(),
  feeds: s.array(s.unknown()),
});
export type State = Omit<s.infer<typeof stateSchema>, 'feeds'> & { feeds: Feed[] };

/** More than anybody connects: of a broken state no more is looked at. */
const MOST_FEEDS = 1000;

export const NO_STATE: State = { version: STATE_VERSION, settingsUnreadable: false, feeds: [] };

/** The state as stored. It can be asked for anew at any time: what cannot be read is simply not known. */
export function parseState(stored: unknown): State {
  const parsed = s.safeParse(stateSchema, stored);
  if (!parsed.success || parsed.data.version !== STATE_VERSION) return NO_STATE;
  const feeds = parsed.data.feeds.slice(0, MOST_FEEDS).flatMap((row) => {
    const feed = s.safeParse(feedSchema, row);
    const schema = feed.success ? feedKind(feed.data.kind)?.dataSchema : undefined;
    if (!feed.success || schema === undefined) return [];
    const data = s.safeParse(schema, feed.data.data);
    return [{ ...feed.data, data: data.success ? data.data : null }];
  });
  return { ...parsed.data, feeds };
}

const schedulesSchema = s.array(s.object({ connectionId: s.string(), schedule: scheduleSchema }));

/** How asking goes, of all feeds: it changes with every round, the rest of the state rarely. */
export function schedulesOf({ feeds }: State): s.infer<typeof schedulesSchema> {
  return feeds.map(({ connectionId, schedule }) => ({ connectionId, schedule }));
}

/** The state with the schedules that were stored after it, and all else of it as it is. */
export function withSchedules(state: State, stored: unknown): State {
  const parsed = s.safeParse(schedulesSchema, stored);
  if (!parsed.success) return state;
  const schedules = new Map(
    parsed.data.map(({ connectionId, schedule }) => [connectionId, schedule]),
  );
  const feeds = state.feeds.map((feed) => ({
    ...feed,
    schedule: schedules.get(feed.connectionId) ?? feed.schedule,
  }));
  return { ...state, feeds };
}

/**
 * The state with the very answers of an earlier one where they say the same, so that who shows them need not draw them
 * again.
 */
export function withSameAnswers(state: State, earlier: State): State {
  const answers = new Map(earlier.feeds.map(({ connectionId, data }) => [connectionId, data]));
  const feeds = state.feeds.map((feed) => {
    const known = answers.get(feed.connectionId);
    return isSame(feed.data, known) ? { ...feed, data: known } : feed;
  });
  return { ...state, feeds };
}

/** What is stored, as it is. */
export interface Stored {
  state: unknown;
  /** Of the same feeds, stored after the state. */
  schedules: unknown;
}

export function stateOf({ state, schedules }: Stored): State {
  return withSchedules(parseState(state), schedules);
}

/** True where two states differ in nothing but their schedules. */
export function isSameButSchedules(a: State, b: State): boolean {
  const rest = ({ feeds, ...state }: State) => ({
    ...state,
    feeds: feeds.map((feed) => ({ ...feed, schedule: null })),
  });
  return isSame(rest(a), rest(b));
}

/** The feeds of exactly these connections: the known ones, and new ones that were never asked. */
export function feedsFor(state: State, { connections }: Settings): Feed[] {
  return connections.map(
    (connection) =>
      state.feeds.find(({ connectionId }) => connectionId === connection.id) ?? newFeed(connection),
  );
}

/** The known feeds that no connection stands behind. */
export function withoutConnection(state: State, { connections }: Settings): Feed[] {
  const ids = new Set(connections.map(({ id }) => id));
  return state.feeds.filter(({ connectionId }) => !ids.has(connectionId));
}

function newFeed(connection: Connection): Feed {
  const { id, kind, address } = connection;
  const names = feedKind(kind)?.names(connection) ?? { label: '', reference: '' };
  return {
    connectionId: id,
    kind,
    address,
    ...names,
    schedule: NEVER_ASKED,
    failure: null,
    offsetMs: null,
    isSeen: false,
    etag: null,
    data: null,
  };
}

/** The feeds with some of them changed. */
export function withFeeds(state: State, changed: Feed[]): State {
  const feeds = state.feeds.map(
    (feed) => changed.find(({ connectionId }) => connectionId === feed.connectionId) ?? feed,
  );
  return { ...state, feeds };
}

/** The timer's feed, or null where Olie is not connected. */
export function timerFeed({ feeds }: Pick<State, 'feeds'>): Feed | null {
  return feeds.find(({ kind }) => kind === 'olie') ?? null;
}

/** The timer that a feed of Olie holds. */
export function timerOf(feed: Feed | null): Timer | null {
  // Parsed with this schema where the state was (parseState), or by the client.
  return (feed?.data ?? null) as Timer | null;
}
