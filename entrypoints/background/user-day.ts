import { dayOf } from '../../lib/core/olie/timer-day';
import { type State, timerFeed, timerOf } from '../../lib/core/state/state';
import { type Day, dayAt } from '../../lib/core/time/day';

/**
 * The user's day: as Olie counts it where it is connected, otherwise the browser's.
 * @param timeZone the browser's, an IANA name
 */
export function userDay(state: State, timeZone: string): Day {
  const feed = timerFeed(state);
  const timer = timerOf(feed);
  const nowMs = Date.now() + (feed?.offsetMs ?? 0);
  const day = timer === null ? null : dayOf(timer, timeZone);
  return day !== null && nowMs < day.endMs ? day : dayAt(nowMs, timeZone);
}
