import type { Failure, FailureKind } from '../feeds/failure';
import { isUnconfirmed } from '../feeds/freshness';
import { NEVER_ASKED } from '../feeds/schedule';
import type { Timer } from '../olie/timer';
import { dayOf } from '../olie/timer-day';
import { serviceOf } from '../services';
import { endedBadly, type Feed, nameOf, ongoingIn, scheduleOf, waitsForUser } from './feed';
import { type Stored, timerFeed } from './state';

/** What badge and popup show: one row of the table of states. */
export interface Situation {
  kind: 'disconnected' | 'waiting' | 'running' | 'stopped';
  timer: Timer | null;
  /** The server's clock, epoch milliseconds. */
  nowMs: number;
  failure: Failure | null;
  /** The saved settings cannot be read. */
  settingsUnreadable: boolean;
  /** The disk did not take what the last round learnt. */
  isUnsaved: boolean;
  /** Something that only the user can mend. */
  needsUser: boolean;
  /** What is shown was true some time ago and has not been confirmed since. */
  isOld: boolean;
  /** Seconds since the last answer; null before the first. */
  ageS: number | null;
  /** The user's day has ended since the answer: its totals and its picture are of another day. */
  isDayOver: boolean;
  /** How many things are in progress beside the timer, all services together. */
  ongoing: number;
  /** What ended badly and was not seen yet, by name. */
  unseen: string[];
  /** What only the user can mend beside the timer, with the service's name. */
  othersFailures: { kind: FailureKind; service: string }[];
  hasOthers: boolean;
}

/**
 * @param browserNowMs the browser's clock, epoch milliseconds
 * @param browserTimeZone the browser's, an IANA name
 */
export function situationOf(
  { state, schedules }: Stored,
  browserNowMs: number,
  browserTimeZone: string,
): Situation {
  const { settingsUnreadable } = state;
  const feed = timerFeed(state);
  const timer = feed?.data ?? null;
  const failure = feed?.failure ?? null;
  const nowMs = browserNowMs + (feed?.offsetMs ?? 0);
  const needsUser = settingsUnreadable || (feed !== null && waitsForUser(feed));
  const isOffline = failure?.kind === 'offline';
  const schedule = feed === null ? NEVER_ASKED : scheduleOf(schedules, feed);
  // After the browser's start there is no schedule: the age is that of the stored answer.
  const knownAtMs = schedule.answeredAtMs ?? feed?.learntAtMs ?? null;
  return {
    kind: kindOf(feed, timer),
    timer,
    nowMs,
    failure,
    settingsUnreadable,
    isUnsaved: Object.values(schedules).some((schedule) => schedule.isUnsaved),
    needsUser,
    isOld: timer !== null && (needsUser || isOffline || isUnconfirmed(schedule, browserNowMs)),
    ageS: knownAtMs && Math.max(0, Math.floor((browserNowMs - knownAtMs) / 1000)),
    isDayOver: timer !== null && nowMs >= dayOf(timer, browserTimeZone).endMs,
    ...othersIn(state.feeds),
  };
}

function othersIn(feeds: Feed[]) {
  const others = feeds.filter(({ kind }) => kind !== 'olie');
  return {
    hasOthers: others.length > 0,
    ongoing: others.reduce((sum, feed) => sum + ongoingIn(feed), 0),
    unseen: others.filter((feed) => !feed.isSeen && endedBadly(feed)).map(nameOf),
    othersFailures: others.filter(waitsForUser).flatMap(({ kind, failure }) => {
      return failure === null ? [] : [{ kind: failure.kind, service: serviceOf(kind).serviceName }];
    }),
  };
}

function kindOf(feed: Feed | null, timer: Timer | null): Situation['kind'] {
  if (feed === null) return 'disconnected';
  if (timer === null) return 'waiting';
  return timer.current === null ? 'stopped' : 'running';
}
