import { failureSchema } from '../feeds/failure';
import type { FeedKind } from '../feeds/feed-kind';
import { isForUser } from '../feeds/policy';
import { isDue, NEVER_ASKED, type Schedule, type Wish } from '../feeds/schedule';
import { serviceOf, type services } from '../services';
import type { Connection } from '../settings/settings';
import type { Day } from '../time/day';
import * as z from '../zod';

/** What every feed has, whatever its service. */
const base = z.object({
  /** The connection that all of this was learnt with. Under another one it says nothing. */
  connectionId: z.string(),
  kind: z.string(),
  /** Where it is asked: what the host permission is needed for. */
  address: z.string(),
  /** The user's name for it; '' if they gave none. */
  label: z.string(),
  /** What to call it if nothing better is known. */
  reference: z.string(),
  /** Of the last try; null if it succeeded. */
  failure: z.nullable(failureSchema),
  /** How far the server's clock is ahead of the browser's; null before the first answer. */
  offsetMs: z.nullable(z.boundedNumber()),
  /** When the last answer that said something new came, on the browser's clock; null before the first. */
  learntAtMs: z.nullable(z.boundedNumber()),
  /** The user has seen in the popup that it ended badly. */
  isSeen: z.boolean(),
  /** The name of the last answer, if it had one. Older versions kept it without its address: worth nothing. */
  etag: z.catch(z.nullable(z.object({ url: z.string(), value: z.string() })), null),
  /** The last answer, kept through failures; null before the first. */
  data: z.unknown(),
});
type Base = Omit<z.infer<typeof base>, 'kind' | 'data'>;

type FeedOf<Service> =
  Service extends FeedKind<infer Kind, infer _, infer Data>
    ? Base & { kind: Kind; data: Data | null }
    : never;

/** What is known from one connection. No secret is in it: pages read it. `kind` tells the services apart. */
export type Feed = FeedOf<(typeof services)[number]>;
export type OlieFeed = Extract<Feed, { kind: 'olie' }>;
export type B3osFeed = Extract<Feed, { kind: 'b3os' }>;
export type ZaiaFeed = Extract<Feed, { kind: 'zaia' }>;

/** When each feed was asked and is asked next, by connection id. */
export type Schedules = Record<string, Schedule>;

/** The feed with an answer that its own service's client or schema made. */
export function withData(feed: Feed, data: unknown): Feed {
  // The compiler cannot follow that the data is of the feed's own kind.
  return { ...feed, data } as Feed;
}

/** A stored feed; null if it cannot be read. Data that cannot be read does not cost the rest. */
export function parseFeed(stored: unknown): Feed | null {
  const known = z.safeParse(base, stored).data;
  const service = known && serviceOf(known.kind);
  if (!service) return null;
  const data = z.safeParse(service.dataSchema, known.data).data ?? null;
  // The service is of the kind that the row names.
  return z.withUnknown(stored, withData(known as Feed, data));
}

/** The feed of a connection that was never asked. */
export function newFeed(connection: Connection): Feed {
  const { id, kind, address } = connection;
  const names = serviceOf(kind).names(connection);
  return {
    connectionId: id,
    kind,
    address,
    ...names,
    failure: null,
    offsetMs: null,
    learntAtMs: null,
    isSeen: false,
    etag: null,
    data: null,
  };
}

/** The feed with what its connection follows now: the settings may have changed under the same id. */
export function fitted(feed: Feed, connection: Connection): Feed {
  if (feed.data === null) return feed;
  const data = serviceOf(feed.kind).fit?.(feed.data, connection) ?? feed.data;
  return data === feed.data ? feed : withData(feed, data);
}

/** What to call a feed. */
export function nameOf({ label, reference }: Feed): string {
  return label || reference;
}

/** Nothing more will change: it is not asked again. */
function hasEnded({ kind, data }: Feed): boolean {
  return data !== null && serviceOf(kind).hasEnded(data);
}

/** The user should look at how it ended. */
export function endedBadly({ kind, data }: Feed): boolean {
  return data !== null && serviceOf(kind).endedBadly(data);
}

/** Has it failed in a way that only the user can mend? */
export function waitsForUser({ failure }: Feed): boolean {
  return failure !== null && isForUser(failure);
}

/** How many things are in progress in it. */
export function ongoingIn({ kind, data }: Feed): number {
  return data === null ? 0 : serviceOf(kind).ongoing(data);
}

/**
 * The user's day as the feed's service counts it; null if it counts none or has not answered yet.
 * @param browserTimeZone the browser's, an IANA name
 */
export function dayToldBy({ kind, data }: Feed, browserTimeZone: string): Day | null {
  return data === null ? null : (serviceOf(kind).dayOf?.(data, browserTimeZone) ?? null);
}

/** The feed once the user has seen how it ended. */
export function seen(feed: Feed): Feed {
  return endedBadly(feed) && !feed.isSeen ? { ...feed, isSeen: true } : feed;
}

export function scheduleOf(schedules: Schedules, { connectionId }: Feed): Schedule {
  return schedules[connectionId] ?? NEVER_ASKED;
}

/**
 * Until when its service wants to be left alone, on the service's clock; null if it does not, or not any more.
 * @param browserNowMs the browser's clock
 */
export function pauseEndMs(feed: Feed, schedules: Schedules, browserNowMs: number): number | null {
  const { askedAtMs, pausedUntilMs } = scheduleOf(schedules, feed);
  if (pausedUntilMs === null || pausedUntilMs <= browserNowMs) return null;
  // The clock was set back since the service asked for it: it does not hold any more.
  if ((askedAtMs ?? 0) > browserNowMs) return null;
  return pausedUntilMs + (feed.offsetMs ?? 0);
}

/** A feed with its schedule: what a round works on. They are stored apart. */
export interface Scheduled {
  feed: Feed;
  schedule: Schedule;
}

/**
 * Is it time to ask, also in view of the other feeds of its host?
 * @param nowMs browser's clock
 */
export function isFeedDue(
  { feed, schedule }: Scheduled,
  all: Scheduled[],
  wish: Wish,
  nowMs: number,
): boolean {
  return (
    !hasEnded(feed) &&
    feed.failure?.kind !== 'permission' &&
    isDue(schedule, feed.failure, wish, nowMs) &&
    heldUntilMs(feed, all, nowMs) <= nowMs
  );
}

/** Until when the feed's host wants to be left alone, as it told another feed; 0 if it told none. Browser's clock. */
export function heldUntilMs(feed: Feed, all: Scheduled[], nowMs: number): number {
  const { origin } = new URL(feed.address);
  const ends = all
    .filter(
      (other) =>
        other.feed.connectionId !== feed.connectionId &&
        // A feed without a failure was told so when something was asked beside its answer.
        (other.feed.failure === null
          ? other.schedule.pausedUntilMs !== null
          : other.feed.failure.kind === 'too-many-requests') &&
        new URL(other.feed.address).origin === origin &&
        // A pause from before the clock was set back does not count: feeds would hold each other for hours.
        (other.schedule.askedAtMs ?? 0) <= nowMs,
    )
    // If the host did not say for how long, it is left alone until that feed is asked again.
    .map(({ schedule }) => schedule.pausedUntilMs ?? schedule.dueAtMs ?? 0);
  return Math.max(0, ...ends);
}
