/** What happens in a simulated month, and when. The same for the same chances. */
import type { Chances } from './chances.ts';
import type { BrowserActs } from './simulated-browser.ts';
import type { PersonActs } from './simulated-person.ts';

export interface MonthEvent {
  /** By the server's clock. */
  atMs: number;
  what: keyof PersonActs | keyof BrowserActs;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * In order.
 * @param firstMs the midnight that begins the first day
 * @param fromMs nothing happens before
 */
export function monthPlan(
  chance: Chances,
  firstMs: number,
  fromMs: number,
  days: number,
): MonthEvent[] {
  const events: MonthEvent[] = [];
  // All of it at the shorter interval would take a minute.
  const chosenMs = firstMs + 2 * DAY_MS + 12 * HOUR_MS;
  events.push({ atMs: chosenMs, what: 'choose' });
  for (let day = 0; day < days; day += 1) {
    const at = (what: MonthEvent['what'], hour: number) => {
      events.push({ atMs: firstMs + day * DAY_MS + Math.round(hour * HOUR_MS), what });
    };
    // Some days nobody works, and the browser stays closed.
    if (day > 0 && chance.onceIn(5)) at('close', 3);
    else planDay(at, chance);
  }
  return events.filter(({ atMs }) => atMs > fromMs).sort((a, b) => a.atMs - b.atMs);
}

function planDay(at: (what: MonthEvent['what'], hour: number) => void, chance: Chances): void {
  const between = (from: number, to: number) => from + chance.number() * (to - from);
  const times = (most: number, act: () => void) => {
    for (let left = Math.floor(between(0, most + 1)); left > 0; left -= 1) act();
  };
  const opens = between(7, 10);
  const closes = chance.pick([between(16, 20), between(20, 23.9), between(23.75, 24), 25]);
  const within = () => between(opens, closes);
  at('open', opens);
  // Sleep lasts until the browser is opened the next morning.
  if (!chance.onceIn(15)) at(chance.onceIn(4) ? 'sleep' : 'close', closes + 0.01);
  at('work', between(opens - 0.5, opens + 0.5));
  times(6, () => at('work', between(opens, Math.min(24, closes + 1))));
  times(4, () => at('stop', within()));
  // In the evening the timer is forgotten, or stopped soon or late.
  if (!chance.onceIn(3)) at('stop', between(closes - 0.3, closes + 1));
  times(2, () => at('adjust', within()));
  times(2, () => at('remove', within()));
  times(3, () => at('look', within()));
  times(3, () => at('look', between(closes - 0.2, closes)));
  if (chance.onceIn(3)) at('restart', within());
  const lasting = (from: 'break' | 'sleep', to: 'heal' | 'wake') => {
    const begins = within();
    at(from, begins);
    at(to, begins + between(0.05, 2));
  };
  times(2, () => lasting('break', 'heal'));
  times(1, () => lasting('sleep', 'wake'));
}
