import { failure } from '../../lib/core/feeds/failure';
import { AWAY_INTERVAL_S } from '../../lib/core/feeds/policy';
import { type Asker, dueAtOnce, NEVER_ASKED, type Wish } from '../../lib/core/feeds/schedule';
import type { Connection } from '../../lib/core/settings/settings';
import {
  fitted,
  isFeedDue,
  newFeed,
  type Scheduled,
  scheduleOf,
  seen,
} from '../../lib/core/state/feed';
import { feedOf, NO_STATE, type Stored, withoutConnection } from '../../lib/core/state/state';
import type { Day } from '../../lib/core/time/day';
import { afterFailed } from './ask';
import type { Loaded } from './load';
import { userDay } from './user-day';

/** Who asks for a round, and since when. */
export interface RoundRequest extends Omit<Wish, 'intervalS' | 'isTold'> {
  /** The connections whose services have told of a change. */
  told: ReadonlySet<string>;
  /** The connections whose bad end the user has seen. */
  seen: ReadonlySet<string>;
}

/** What a round knows and does about one connection. */
export interface Task extends Scheduled {
  connection: Connection;
}

/** What a round will do. */
export interface Plan {
  /** Who wants it. */
  asker: Asker;
  /** One for each connection, with the permission that it has now. */
  tasks: Task[];
  /** Those to ask, in this order. */
  due: Task[];
  /**
   * Feeds of connections that cannot be read now. They stay visible, as old, and are not asked. Their schedules keep the
   * pauses that services asked for, which hold for all feeds of a host.
   */
  orphans: Scheduled[];
  /** Something in the saved settings cannot be read. */
  isUnreadable: boolean;
  /** Seconds between two requests. */
  intervalS: number;
  /** The user's day, as it is known before the round. */
  day: Day;
  /** The browser's, an IANA name. */
  timeZone: string;
}

/**
 * Decides what to ask.
 * @param nowMs browser's clock
 */
export function planRound(loaded: Loaded, request: RoundRequest, nowMs: number): Plan {
  const { settings, unreadable, stored, timeZone } = loaded;
  const intervalS = intervalFor(loaded);
  const tasks = settings.connections.map((connection) => {
    const known = fitted(feedOf(stored.state, connection) ?? newFeed(connection), connection);
    const feed = request.seen.has(connection.id) ? seen(known) : known;
    const schedule = scheduleOf(stored.schedules, feed);
    const isAllowed = loaded.reachable.has(connection.address);
    return { connection, ...withPermission({ feed, schedule }, isAllowed, intervalS) };
  });
  const wishFor = ({ connection }: Task) => {
    return { ...request, intervalS, isTold: request.told.has(connection.id) };
  };
  const unknown = unreadable ? withoutConnection(stored.state, settings) : [];
  const orphans = unknown.map((feed) => {
    const { askedAtMs, pausedUntilMs } = scheduleOf(stored.schedules, feed);
    return { feed, schedule: { ...NEVER_ASKED, askedAtMs, pausedUntilMs } };
  });
  const all = [...tasks, ...orphans];
  const due = tasks
    .filter((task) => isFeedDue(task, all, wishFor(task), nowMs))
    // A service that failed may keep silent for long: it comes last.
    .sort((a, b) => a.schedule.failures - b.schedule.failures);
  const day = userDay(stored.state, nowMs, timeZone);
  const { asker } = request;
  return { asker, tasks, due, orphans, isUnreadable: unreadable, intervalS, day, timeZone };
}

function intervalFor({ preferences, person }: Loaded): number {
  const { refreshEveryS } = preferences;
  return person !== 'active' ? Math.max(refreshEveryS, AWAY_INTERVAL_S) : refreshEveryS;
}

/** A feed that may not be reached waits for the user. Once it may be reached again, it is due at once. */
function withPermission(known: Scheduled, isAllowed: boolean, intervalS: number): Scheduled {
  const { feed, schedule } = known;
  const wasAllowed = feed.failure?.kind !== 'permission';
  if (isAllowed === wasAllowed) return known;
  return isAllowed
    ? { feed: { ...feed, failure: null }, schedule: dueAtOnce(schedule) }
    : afterFailed(known, failure('permission'), intervalS);
}

/** What is known with these tasks, as it is stored. */
export function storedWith({ orphans, isUnreadable }: Plan, tasks: Task[]): Stored {
  const all = [...tasks, ...orphans];
  const schedules = all.map(({ feed, schedule }) => [feed.connectionId, schedule] as const);
  return {
    state: { ...NO_STATE, settingsUnreadable: isUnreadable, feeds: all.map(({ feed }) => feed) },
    schedules: Object.fromEntries(schedules),
  };
}
