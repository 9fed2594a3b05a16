import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Timer } from '../../../lib/core/olie/timer';
import { dayOf, zoneToKeep } from '../../../lib/core/olie/timer-day';
import { type Day, dayAt } from '../../../lib/core/time/day';
import { zoneOffsetMs } from '../../../lib/core/time/time-zone';
import { runs, seeded } from '../../support/examples/arbitrary';
import { exampleTimer } from '../../support/examples/example-timer';

beforeAll(() => {
  seeded();
});
vi.setConfig({ testTimeout: 120_000 });

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONES = Intl.supportedValuesOf('timeZone');
/** Its clock jumps by two hours, so a day has 26: longer than any other. A station in Antarctica. */
const WITHOUT_TROLL = ZONES.filter((timeZone) => timeZone !== 'Antarctica/Troll');

/** Written here once more, from the wall clock alone: date and time in the zone, to the minute. */
function wall(timeZone: string, atMs: number): string {
  return formatOf(timeZone).format(atMs);
}
const kept = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    kept.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  kept.set(timeZone, format);
  return format;
}
const dateIn = (timeZone: string, atMs: number) => wall(timeZone, atMs).slice(0, 10);

/** The first quarter of an hour that has this date, by trying each. */
function dayByTrying(timeZone: string, atMs: number) {
  const date = dateIn(timeZone, atMs);
  const quarters: number[] = [];
  const quarterMs = Math.floor(atMs / 900_000) * 900_000;
  for (let at = quarterMs - 26 * HOUR_MS; at <= quarterMs + 27 * HOUR_MS; at += 900_000) {
    if (dateIn(timeZone, at) === date) quarters.push(at);
  }
  const startMs = quarters[0] ?? 0;
  return { date, startMs, endMs: (quarters.at(-1) ?? 0) + 900_000 };
}

/** What a service in that zone says, with a timer that began a while ago. */
function answerIn(timeZone: string, atMs: number, share: number) {
  const answeredAtMs = Math.floor(atMs / 1000) * 1000;
  const { startMs } = dayByTrying(timeZone, answeredAtMs);
  const dayS = (answeredAtMs - startMs) / 1000;
  const totalS = Math.floor(dayS * share);
  return exampleTimer({ answeredAtMs, totalS, idleS: dayS - totalS, recent: [] });
}

/** In the second of midnight all numbers are 0, and tell nothing of the day. */
const isMidnight = ({ totalS, idleS }: Timer) => totalS === 0 && idleS === 0;

const dateOf = ({ startMs, zone }: Day) =>
  new Date(startMs + zoneOffsetMs(zone, startMs)).toISOString().slice(0, 10);

const FROM_MS = Date.UTC(2016, 0);
const UNTIL_MS = Date.UTC(2030, 0);

/** Moments of the days on which the zone's clock changes. */
function changesOf(timeZone: string): number[] {
  const known = changes.get(timeZone);
  if (known) return known;
  const offsetAt = (atMs: number) => zoneOffsetMs({ kind: 'named', timeZone }, atMs);
  const found: number[] = [];
  // No zone changes its clock forth and back within a fortnight.
  for (let atMs = FROM_MS; atMs < UNTIL_MS; atMs += 14 * DAY_MS) {
    let [before, after] = [atMs, atMs + 14 * DAY_MS];
    if (offsetAt(before) === offsetAt(after)) continue;
    while (after - before > DAY_MS / 8) {
      const middle = (before + after) / 2;
      if (offsetAt(middle) === offsetAt(before)) before = middle;
      else after = middle;
    }
    found.push(before);
  }
  changes.set(timeZone, found);
  return found;
}
const changes = new Map<string, number[]>();

/** A zone and a moment: half of them near to a change of the zone's clock, if it has any. */
const placed = (zones: string[]) =>
  fc
    .tuple(
      fc.constantFrom(...zones),
      fc.integer({ min: FROM_MS / 1000, max: UNTIL_MS / 1000 }),
      fc.integer({ min: -86_400, max: 2 * 86_400 }),
      fc.boolean(),
    )
    .map(([timeZone, s, nearS, isNear]) => {
      const near = isNear ? changesOf(timeZone) : [];
      const changeMs = near[s % near.length];
      return { timeZone, atMs: changeMs === undefined ? s * 1000 : changeMs + nearS * 1000 };
    });
const shares = fc.double({ min: 0.01, max: 0.99, noNaN: true });

test('a day is from the first to the last moment of its date, in every zone', () => {
  fc.assert(
    fc.property(placed(ZONES), ({ timeZone, atMs }) => {
      const { startMs, endMs } = dayAt(atMs, timeZone);
      const { date, ...expected } = dayByTrying(timeZone, atMs);
      expect({ timeZone, date, startMs, endMs }).toEqual({ timeZone, date, ...expected });
    }),
    { numRuns: runs(200) },
  );
});

test("where the browser is where the user is, the answer's day is the user's own", () => {
  fc.assert(
    fc.property(placed(WITHOUT_TROLL), shares, ({ timeZone, atMs }, share) => {
      const { date, ...expected } = dayByTrying(timeZone, atMs);
      const day = dayOf(answerIn(timeZone, atMs, share), timeZone);
      expect(day).toEqual({ ...expected, zone: { kind: 'named', timeZone } });
      expect(dateOf(day)).toBe(date);
    }),
    { numRuns: runs(200) },
  );
});

/** The zones in which a day begins at that moment, with its end and its date. */
function daysFrom(startMs: number) {
  const begins = (timeZone: string) =>
    dateIn(timeZone, startMs) !== dateIn(timeZone, startMs - 900_000);
  return ZONES.filter(begins)
    .map((timeZone) => ({ timeZone, ...dayByTrying(timeZone, startMs) }))
    .filter((day) => day.startMs === startMs);
}

test('whatever zone the browser is in, the day is one that begins then, and the right one if there is only one', () => {
  fc.assert(
    fc.property(
      placed(WITHOUT_TROLL),
      fc.constantFrom(...ZONES),
      shares,
      ({ timeZone, atMs }, browserTimeZone, share) => {
        const timer = answerIn(timeZone, atMs, share);
        const own = dayByTrying(timeZone, timer.answeredAtMs);
        fc.pre(!isMidnight(timer));
        const day = dayOf(timer, browserTimeZone);
        expect(day.startMs).toBe(own.startMs);
        expect(day.endMs).toBeGreaterThanOrEqual(timer.answeredAtMs - 15_000);
        // What else the same answer may mean: other dates (UTC-11 and +13, -10 and +14), other lengths.
        const possible = daysFrom(own.startMs).filter(({ endMs }) => endMs >= timer.answeredAtMs);
        const dates = [...new Set(possible.map(({ date }) => date))];
        const ends = [...new Set(possible.map(({ endMs }) => endMs))];
        expect(dates).toContain(dateOf(day));
        expect(ends).toContain(day.endMs);
        if (dates.length === 1) expect(dateOf(day)).toBe(own.date);
        if (ends.length === 1) expect(day.endMs).toBe(own.endMs);
        // A zone whose clock changes in that day is preferred, unless the browser's does for it.
        const isBrowsers = possible.some((one) => one.timeZone === browserTimeZone);
        const changing = ends.filter((endMs) => endMs !== own.startMs + DAY_MS);
        if (!isBrowsers && changing.length === 1) expect(changing).toContain(day.endMs);
      },
    ),
    { numRuns: runs(12) },
  );
});

test('with the zone that is kept with it, an answer has the same day', () => {
  fc.assert(
    fc.property(
      placed(WITHOUT_TROLL),
      fc.constantFrom(...ZONES),
      ({ timeZone, atMs }, browserTimeZone) => {
        const timer = answerIn(timeZone, atMs, 0.5);
        fc.pre(!isMidnight(timer));
        const zone = zoneToKeep(timer, null, browserTimeZone);
        const known = zone ? { ...timer, zone } : timer;
        expect(dayOf(known, browserTimeZone)).toEqual(dayOf(timer, browserTimeZone));
        const found = vi.spyOn(Intl, 'supportedValuesOf');
        const later = {
          ...timer,
          answeredAtMs: timer.answeredAtMs + 1000,
          idleS: (timer.idleS ?? 0) + 1,
        };
        dayOf(known, browserTimeZone);
        zoneToKeep(later, known, browserTimeZone);
        expect(found).not.toHaveBeenCalled();
        found.mockRestore();
      },
    ),
    { numRuns: runs(10) },
  );
});
