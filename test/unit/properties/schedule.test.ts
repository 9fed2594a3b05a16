import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { FAILURE_KINDS, failure } from '../../../lib/core/feeds/failure';
import { isForUser, NEXT_TRY } from '../../../lib/core/feeds/policy';
import {
  afterAnswer,
  afterAsking,
  afterFailure,
  isDue,
  type Schedule,
  tickMs,
} from '../../../lib/core/feeds/schedule';
import { REFRESH_INTERVALS_S } from '../../../lib/core/settings/preferences';
import { seeded } from '../../support/examples/arbitrary';

beforeAll(() => {
  seeded();
});

const MINUTE_MS = 60_000;
/** The time-out of a request. */
const LONGEST_REQUEST_MS = 10_000;
/** From 2001 to 2096, because people set clocks. */
const clocks = fc.integer({ min: 1e12, max: 4e12 });
const moments = fc.option(clocks);
const intervals = fc.constantFrom(...REFRESH_INTERVALS_S);
const schedules: fc.Arbitrary<Schedule> = fc.record({
  askedAtMs: moments,
  dueAtMs: moments,
  pausedUntilMs: moments,
  failures: fc.oneof(fc.nat(5), fc.nat(2000), fc.constant(Number.MAX_SAFE_INTEGER)),
  answeredAtMs: moments,
  wholeAtMs: moments,
  isUnsaved: fc.boolean(),
  oldAtMs: moments,
  extra: fc.option(fc.record({ subject: fc.string(), dueAtMs: fc.nat(4e12) })),
});
const failures = fc
  .record({
    kind: fc.constantFrom(...FAILURE_KINDS),
    retryAfterS: fc.option(fc.oneof(fc.nat(10_000), fc.double({ noNaN: true }))),
  })
  .map(({ kind, retryAfterS }) => failure(kind, null, retryAfterS));
const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('after a request, the next one is due after half a tick at least and the interval at most', () => {
  fc.assert(
    fc.property(schedules, clocks, intervals, (schedule, nowMs, intervalS) => {
      const { askedAtMs, dueAtMs } = afterAsking(schedule, nowMs, intervalS);
      expect(askedAtMs).toBe(nowMs);
      expect(dueAtMs).toBeGreaterThanOrEqual(nowMs + tickMs(intervalS) / 2);
      expect(dueAtMs).toBeLessThanOrEqual(nowMs + intervalS * 1000);
    }),
  );
});

test('after an answer, the next request is due within the interval, before the answer is old', () => {
  const took = fc.nat(LONGEST_REQUEST_MS);
  fc.assert(
    fc.property(schedules, clocks, took, intervals, clocks, (before, askedMs, ms, s, midnight) => {
      const nowMs = askedMs + ms;
      const after = afterAnswer(afterAsking(before, askedMs, s), nowMs, s, midnight);
      expect(after.dueAtMs).toBeGreaterThan(nowMs);
      expect(after.dueAtMs).toBeLessThanOrEqual(askedMs + s * 1000);
      expect(after.oldAtMs).toBeGreaterThan(nowMs + s * 1000);
      expect(after.failures).toBe(0);
    }),
  );
});

test('after a failure, the next try is due after an interval at least and 15 minutes at most, or 65 if the service asks for a pause', () => {
  fc.assert(
    fc.property(
      schedules,
      failures,
      clocks,
      intervals,
      randoms,
      (before, cause, nowMs, s, random) => {
        const { dueAtMs, failures: inARow } = afterFailure(before, cause, nowMs, s, random);
        expect(inARow).toBeGreaterThanOrEqual(before.failures);
        if (isForUser(cause)) {
          expect(dueAtMs).toBeNull();
          return;
        }
        const mostMs = (cause.retryAfterS === null ? 15 : 65) * MINUTE_MS;
        // Alarms are never exact.
        const earlyMs = NEXT_TRY[cause.kind] === 'alarm' ? tickMs(s) / 2 : 0;
        expect(dueAtMs).toBeGreaterThanOrEqual(nowMs + s * 1000 - earlyMs);
        expect(dueAtMs).toBeLessThanOrEqual(nowMs + mostMs);
      },
    ),
  );
});

test('a worker that is stopped before the answer asks again after an interval, whatever pause was stored before', () => {
  fc.assert(
    fc.property(schedules, fc.option(failures), clocks, intervals, (before, cause, nowMs, s) => {
      const sent = afterAsking(before, nowMs, s);
      const wish = { asker: 'alarm' as const, sinceMs: 0, intervalS: s };
      const isForAlarm = cause === null || !isForUser(cause);
      expect(isDue(sent, cause, wish, nowMs)).toBe(false);
      expect(isDue(sent, cause, wish, nowMs + s * 1000)).toBe(isForAlarm);
    }),
  );
});

test('whatever is stored, an alarm asks again after 65 minutes and an interval at most, unless only the user can help', () => {
  const asked = fc.option(failures);
  fc.assert(
    fc.property(schedules, asked, clocks, intervals, randoms, (before, cause, nowMs, s, random) => {
      const sent = afterAsking(before, nowMs, s);
      const after =
        cause === null
          ? afterAnswer(sent, nowMs, s, nowMs)
          : afterFailure(sent, cause, nowMs, s, random);
      const wish = { asker: 'alarm' as const, sinceMs: 0, intervalS: s };
      const laterMs = nowMs + 65 * MINUTE_MS + s * 1000;
      expect(isDue(after, cause, wish, nowMs)).toBe(false);
      expect(isDue(after, cause, wish, laterMs)).toBe(cause === null || !isForUser(cause));
      // Also if the clock was set back.
      expect(isDue(after, cause, wish, nowMs - 1)).toBe(cause === null || !isForUser(cause));
    }),
  );
});
