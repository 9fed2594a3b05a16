import { dayOf } from '../../lib/core/olie/timer-day';
import { type State, serverOffset, timerFeed } from '../../lib/core/state/state';
import { type Day, dayAt, dayFrom, startOfDay } from '../../lib/core/time/day';

/**
 * The user's day: as Olie counts it if it is connected and has answered, otherwise the browser's.
 * @param browserNowMs the browser's clock
 * @param timeZone the browser's, an IANA name
 */
export function userDay(state: State, browserNowMs: number, timeZone: string): Day {
  const feed = timerFeed(state);
  const nowMs = browserNowMs + serverOffset(state);
  const day = feed?.data ? dayOf(feed.data, timeZone) : null;
  if (day === null) return dayAt(nowMs, timeZone);
  // The next day is in the same zone, whatever the browser's is.
  return nowMs < day.endMs ? day : dayFrom(startOfDay(day.zone, nowMs), day.zone);
}
