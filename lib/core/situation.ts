import { dayOf } from './day';
import { type Failure, isForUser } from './failure';
import type { OlieFeed, State } from './state';
import type { Timer } from './timer';

/** What badge and popup show, one row of the table of states. */
export interface Situation {
  kind: 'disconnected' | 'waiting' | 'running' | 'stopped';
  timer: Timer | null;
  /** The server's clock, epoch milliseconds. */
  nowMs: number;
  failure: Failure | null;
  /** The saved settings cannot be read. */
  settingsUnreadable: boolean;
  /** Something that only the user can mend. */
  needsUser: boolean;
  /** What is shown was true some time ago and has not been confirmed since. */
  isOld: boolean;
  /** The user's midnight has passed since the answer: its totals and its picture are of another day. */
  isDayOver: boolean;
}

/**
 * @param browserNowMs the browser's clock, epoch milliseconds
 * @param browserTimeZone IANA name, as the browser says it
 */
export function situationOf(
  { olie: feed, settingsUnreadable }: State,
  browserNowMs: number,
  browserTimeZone: string,
): Situation {
  const timer = feed?.timer ?? null;
  const failure = feed?.failure ?? null;
  const nowMs = browserNowMs + (feed?.offsetMs ?? 0);
  const needsUser = settingsUnreadable || (failure !== null && isForUser(failure));
  const isOffline = failure?.kind === 'offline';
  const oldAtMs = feed?.schedule.oldAtMs ?? null;
  return {
    kind: kindOf(feed, timer),
    timer,
    nowMs,
    failure,
    settingsUnreadable,
    needsUser,
    isOld:
      timer !== null && (needsUser || isOffline || (oldAtMs !== null && browserNowMs >= oldAtMs)),
    isDayOver: timer !== null && nowMs >= dayOf(timer, browserTimeZone).endMs,
  };
}

function kindOf(feed: OlieFeed | null, timer: Timer | null): Situation['kind'] {
  if (feed === null) return 'disconnected';
  if (timer === null) return 'waiting';
  return timer.current === null ? 'stopped' : 'running';
}
