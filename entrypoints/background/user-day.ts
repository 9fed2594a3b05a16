import { dayOf } from '../../lib/core/olie/timer-day';
import { type State, timerFeed } from '../../lib/core/state/state';
import { type Day, dayAt } from '../../lib/core/time/day';

/**
 * The user's day: as Olie counts it if it is connected, otherwise the browser's.
 * @param browserNowMs the browser's clock
 * @param timeZone the browser's, an IANA name
 */
export function userDay(state: State, browserNowMs: number, timeZone: string): Day {
  const feed = timerFeed(state);
  const nowMs = browserNowMs + (feed?.offsetMs ?? 0);
  const day = feed?.data ? dayOf(feed.data, timeZone) : null;
  return day !== null && nowMs < day.endMs ? day : dayAt(nowMs, timeZone);
}
