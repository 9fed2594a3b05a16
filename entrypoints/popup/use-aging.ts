import { useEffect, useReducer } from 'preact/hooks';
import { isUnconfirmed } from '../../lib/core/feeds/freshness';
import { dayOf } from '../../lib/core/olie/timer-day';
import { pauseEndMs, scheduleOf } from '../../lib/core/state/feed';
import { situationOf } from '../../lib/core/state/situation';
import type { Stored } from '../../lib/core/state/state';

/** How soon the popup shows that something became old. */
const LOOK_EVERY_MS = 5_000;

/** Draws the component again when time alone has changed what it shows: at midnight at once. */
export function useAging(stored: Stored, timeZone: string): void {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const before = agingOf(stored, timeZone);
    const look = () => {
      if (agingOf(stored, timeZone) !== before) draw(undefined);
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    const { timer, nowMs } = situationOf(stored, Date.now(), timeZone);
    const untilMidnightMs = timer ? dayOf(timer, timeZone).endMs - nowMs : 0;
    // 2 ms late: a timer may go off a moment early.
    const atMidnight = untilMidnightMs > 0 ? setTimeout(look, untilMidnightMs + 2) : undefined;
    return () => {
      clearInterval(looking);
      clearTimeout(atMidnight);
    };
  });
}

/** What time alone makes of a state: what is old by now, which pauses are over, and whether the day is. */
function agingOf(stored: Stored, timeZone: string): string {
  const nowMs = Date.now();
  const { isOld, isDayOver } = situationOf(stored, nowMs, timeZone);
  const old = stored.state.feeds.map((feed) => [
    isUnconfirmed(scheduleOf(stored.schedules, feed), nowMs),
    pauseEndMs(feed, stored.schedules, nowMs) !== null,
  ]);
  return [isOld, isDayOver, ...old].join();
}
