import { useEffect, useReducer } from 'preact/hooks';
import { isUnconfirmed } from '../../lib/core/feeds/freshness';
import { pauseEndMs, scheduleOf } from '../../lib/core/state/feed';
import { situationOf } from '../../lib/core/state/situation';
import type { Stored } from '../../lib/core/state/state';

/** How soon the popup shows that something became old, or that the day is over. */
const LOOK_EVERY_MS = 5_000;

/** Draws the component again when time alone has changed what it shows. */
export function useAging(stored: Stored, timeZone: string): void {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const before = agingOf(stored, timeZone);
    const looking = setInterval(() => {
      if (agingOf(stored, timeZone) !== before) draw(undefined);
    }, LOOK_EVERY_MS);
    return () => clearInterval(looking);
  });
}

/** What time alone makes of a state: what is old by now, which pauses are over, and whether the day is. */
function agingOf(stored: Stored, timeZone: string): string {
  const nowMs = Date.now();
  const { isOld, isDayOver } = situationOf(stored, nowMs, timeZone);
  const old = stored.state.feeds.map((feed) => [
    isUnconfirmed(scheduleOf(stored.schedules, feed).oldAtMs, nowMs),
    pauseEndMs(feed, stored.schedules, nowMs) !== null,
  ]);
  return [isOld, isDayOver, ...old].join();
}
