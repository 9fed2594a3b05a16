import { describe, expect, test } from 'vitest';
import { FAILURE_KINDS, type Failure, failure } from '../../../../lib/core/feeds/failure';
import { isForUser } from '../../../../lib/core/feeds/policy';
import {
  afterAnswer,
  afterAsking,
  afterFailure,
  isDue,
  NEVER_ASKED,
  type Schedule,
  type Wish,
} from '../../../../lib/core/feeds/schedule';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');
const MINUTE_MS = 60_000;
const CLAIMED = afterAsking(NEVER_ASKED, NOON_MS, 60);
/** How long after the try at noon an asker may ask again, to half a second; null: not within two hours. */
function dueAfterS(schedule: Schedule, cause: Failure | null, asker: Wish['asker']): number | null {
  const wish = { asker, sinceMs: Number.MAX_SAFE_INTEGER, intervalS: 60 };
  for (let afterS = 0; afterS <= 7200; afterS += 0.5) {
    if (isDue(schedule, cause, wish, NOON_MS + afterS * 1000)) return afterS;
  }
  return null;
}

describe('after a failure', () => {
  const afterFailures = (count: number, random: number, intervalS = 60) => {
    let schedule = afterAsking(NEVER_ASKED, NOON_MS, intervalS);
    for (let index = 0; index < count; index += 1) {
      schedule = afterFailure(schedule, failure('server-error'), NOON_MS, intervalS, random);
    }
    return (schedule.dueAtMs ?? Number.NaN) - NOON_MS;
  };

  test.each([
    { random: 0, waitsS: [60, 60, 60, 60, 60, 60] },
    { random: 0.5, waitsS: [90, 150, 150, 150, 150, 150] },
    { random: 1, waitsS: [120, 240, 240, 240, 240, 240] },
  ])(
    'the wait doubles from the interval to what an alarm makes 5 minutes, by $random of it',
    ({ random, waitsS }) => {
      const seen = waitsS.map((_, index) => afterFailures(index + 1, random) / 1000);
      expect(seen).toEqual(waitsS);
    },
  );

  test.each([
    { intervalS: 30, count: 500, random: 1, waitS: 270 },
    { intervalS: 120, count: 500, random: 1, waitS: 240 },
    { intervalS: 300, count: 1, random: 1, waitS: 300 },
    { intervalS: 900, count: 500, random: 0, waitS: 900 },
    { intervalS: 900, count: 500, random: 1, waitS: 900 },
  ])(
    'with an interval of $intervalS s it is $waitS s after $count of them, by $random: never sooner than the interval',
    ({ intervalS, count, random, waitS }) => {
      expect(afterFailures(count, random, intervalS)).toBe(waitS * 1000);
    },
  );

  test('failures in a row are counted, and what is old stays old', () => {
    const answered = afterAnswer(CLAIMED, NOON_MS, 60, NOON_MS + 86_400_000);
    const once = afterFailure(answered, failure('timeout'), NOON_MS + MINUTE_MS, 60, 0);
    const twice = afterFailure(once, failure('network'), NOON_MS + 2 * MINUTE_MS, 60, 0);
    expect(twice.failures).toBe(2);
    expect(twice.oldAtMs).toBe(NOON_MS + 180_000);
  });

  test('being offline counts against nobody, and lengthens no wait', () => {
    const twice = afterFailure(
      afterFailure(CLAIMED, failure('network'), NOON_MS, 60, 1),
      failure('offline'),
      NOON_MS,
      60,
      1,
    );
    expect(twice).toMatchObject({ failures: 1, dueAtMs: NOON_MS + 30_000 });
  });

  test.each([
    { asked: 0, waitS: 60 },
    { asked: 7, waitS: 60 },
    { asked: 400, waitS: 400 },
    { asked: 3600, waitS: 3600 },
    { asked: 86_400, waitS: 3600 },
    { asked: 1e300, waitS: 3600 },
  ])('a service that asks for $asked s is left alone for $waitS s', ({ asked, waitS }) => {
    const cause = failure('too-many-requests', null, asked);
    expect(dueAfterS(afterFailure(CLAIMED, cause, NOON_MS, 60, 0), cause, 'alarm')).toBe(waitS);
  });

  test.each([
    { asked: null, random: 0.25, waitS: 75 },
    { asked: 0, random: 0.25, waitS: 75 },
    { asked: 60, random: 0.25, waitS: 75 },
    { asked: 60, random: 1, waitS: 120 },
    { asked: 400, random: 0.25, waitS: 415 },
    { asked: 400, random: 1, waitS: 460 },
    { asked: 3600, random: 0.5, waitS: 3630 },
  ])(
    'told $asked s, as everybody is, it returns by its own chance ($random) after $waitS s',
    ({ asked, random, waitS }) => {
      const cause = failure('too-many-requests', null, asked);
      const failed = afterFailure(CLAIMED, cause, NOON_MS, 60, random);
      expect(dueAfterS(failed, cause, 'alarm')).toBe(waitS);
    },
  );
});

describe.each(FAILURE_KINDS)('after "%s"', (kind) => {
  const cause = failure(kind);
  const failed = afterFailure(CLAIMED, cause, NOON_MS, 60, 0);
  // Offline, the next alarm asks: half a tick before the minute is over, for alarms are never exact.
  const retryS = kind === 'offline' ? 30 : 60;
  const waitS = isForUser(cause) ? { alarm: null, popup: 3600 } : { alarm: retryS, popup: retryS };

  test(`an alarm asks ${waitS.alarm === null ? 'not at all' : `after ${waitS.alarm} s`}, a popup after ${waitS.popup} s`, () => {
    expect(dueAfterS(failed, cause, 'alarm')).toBe(waitS.alarm);
    expect(dueAfterS(failed, cause, 'popup')).toBe(waitS.popup);
  });

  test('a failure that could not be stored is remembered by its schedule', () => {
    expect(dueAfterS(failed, null, 'alarm')).toBe(waitS.alarm);
    // Being offline counts against nobody.
    expect(dueAfterS(failed, null, 'popup')).toBe(kind === 'offline' ? 10 : waitS.popup);
  });

  test('a browser that starts asks at once: it remembers no schedule', () => {
    expect(dueAfterS(NEVER_ASKED, cause, 'alarm')).toBe(0);
  });

  test('the user may always try again', () => {
    expect(dueAfterS(failed, cause, 'user')).toBe(0);
  });
});

describe('the user waits only for what the service asked for', () => {
  test.each([
    { retryAfterS: null, waitS: 0 },
    { retryAfterS: 0, waitS: 1 },
    { retryAfterS: 30, waitS: 30 },
    { retryAfterS: 99_999, waitS: 3600 },
  ])('Retry-After $retryAfterS: $waitS s', ({ retryAfterS, waitS }) => {
    const cause = failure('too-many-requests', null, retryAfterS);
    const failed = afterFailure(CLAIMED, cause, NOON_MS, 60, 1);
    expect(dueAfterS(failed, cause, 'user')).toBe(waitS);
  });
});
