import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import {
  afterAnswer,
  afterAsking,
  afterFailure,
  isDue,
  NEVER_ASKED,
  type Schedule,
  tickMs,
  type Wish,
} from '../../../../lib/core/feeds/schedule';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');
const MINUTE_MS = 60_000;
const FAR_MS = NOON_MS + 86_400_000;
const wish = (patch: Partial<Wish> = {}): Wish => ({
  asker: 'alarm',
  sinceMs: Number.MAX_SAFE_INTEGER,
  intervalS: 60,
  ...patch,
});
/** Asked at noon, and answered at once. */
const answered = (intervalS: number): Schedule =>
  afterAnswer(afterAsking(NEVER_ASKED, NOON_MS, intervalS), NOON_MS, intervalS, FAR_MS);
/** How long after the try at noon an asker may ask again, to half a second; null: not within two hours. */
function dueAfterS(schedule: Schedule, asking: Wish): number | null {
  for (let afterS = 0; afterS <= 7200; afterS += 0.5) {
    if (isDue(schedule, null, asking, NOON_MS + afterS * 1000)) return afterS;
  }
  return null;
}

test('what was never asked is due to everybody, also where the clock begins in 1970', () => {
  for (const asker of ['alarm', 'popup', 'user'] as const) {
    expect(isDue(NEVER_ASKED, null, wish({ asker }), NOON_MS)).toBe(true);
    expect(isDue(NEVER_ASKED, null, wish({ asker }), 0)).toBe(true);
  }
});

test('a clock that was set back hours does not put the next request hours away', () => {
  for (const cause of [null, failure('server-error')]) {
    expect(isDue(answered(60), cause, wish(), NOON_MS - 3_600_000)).toBe(true);
  }
});

describe('what waits for the user', () => {
  const refused = failure('token-refused');

  test('waits whatever the clock says, and whatever due time is known', () => {
    for (const atMs of [NOON_MS - 3_600_000, NOON_MS - 3_599_999, NOON_MS + 3_600_000]) {
      expect(isDue(answered(60), refused, wish(), atMs)).toBe(false);
      expect(isDue(answered(60), refused, wish({ asker: 'user' }), atMs)).toBe(true);
    }
  });

  test('is asked once more by a popup an hour later, or if the clock was set back an hour', () => {
    const popup = (atMs: number) => isDue(answered(60), refused, wish({ asker: 'popup' }), atMs);
    expect([-3_600_000, -3_599_999, 3_599_999, 3_600_000].map((ms) => popup(NOON_MS + ms))).toEqual(
      [true, false, false, true],
    );
  });

  test('is asked once more when the browser starts: it remembers no schedule', () => {
    for (const asker of ['alarm', 'popup', 'user'] as const) {
      expect(isDue(NEVER_ASKED, refused, wish({ asker }), NOON_MS)).toBe(true);
    }
  });
});

describe('after an answer', () => {
  test.each([
    // The alarm is never exact: due before the middle of the gap to the next one.
    { asker: 'alarm' as const, intervalS: 30, afterS: 15 },
    { asker: 'alarm' as const, intervalS: 60, afterS: 30 },
    { asker: 'alarm' as const, intervalS: 120, afterS: 90 },
    { asker: 'alarm' as const, intervalS: 300, afterS: 270 },
    { asker: 'alarm' as const, intervalS: 900, afterS: 870 },
    { asker: 'popup' as const, intervalS: 900, afterS: 10 },
    { asker: 'user' as const, intervalS: 900, afterS: 0 },
  ])(
    'with $intervalS s it is due to the $asker after $afterS s',
    ({ asker, intervalS, afterS }) => {
      expect(dueAfterS(answered(intervalS), wish({ asker, intervalS }))).toBe(afterS);
    },
  );

  test('a shorter interval that the user has chosen since counts at once', () => {
    expect(dueAfterS(answered(900), wish({ intervalS: 60 }))).toBe(30);
  });

  test('the user is content with the round that they joined', () => {
    const joined = wish({ asker: 'user', sinceMs: NOON_MS });
    expect(isDue(answered(60), null, joined, NOON_MS + 5000)).toBe(false);
    const before = wish({ asker: 'user', sinceMs: NOON_MS + 1 });
    expect(isDue(answered(60), null, before, NOON_MS + 5000)).toBe(true);
  });

  test('it is old three intervals later', () => {
    expect(answered(60).oldAtMs).toBe(NOON_MS + 180_000);
    expect(answered(900).oldAtMs).toBe(NOON_MS + 2_700_000);
  });

  test('failures are forgotten', () => {
    expect(afterAnswer({ ...answered(60), failures: 7 }, NOON_MS, 60, FAR_MS).failures).toBe(0);
  });

  test.each([
    { midnight: '12:00:10', due: '12:00:12' },
    { midnight: '12:00:28', due: '12:00:30' },
    { midnight: '12:05:00', due: '12:00:30' },
    { midnight: '11:59:00', due: '12:00:30' },
    { midnight: '11:59:58', due: '12:00:30' },
    { midnight: '11:59:59', due: '12:00:01' },
  ])("with the user's midnight at $midnight it is due at $due", ({ midnight, due }) => {
    const midnightMs = Date.parse(`2026-03-13T${midnight}Z`);
    const { dueAtMs } = afterAnswer(answered(60), NOON_MS, 60, midnightMs);
    expect(dueAtMs).toBe(Date.parse(`2026-03-13T${due}Z`));
  });
});

test('a worker killed while it waits asks again when the interval is over', () => {
  const claimed = afterAsking(NEVER_ASKED, NOON_MS, 60);
  expect(dueAfterS(claimed, wish())).toBe(30);
  expect(dueAfterS(afterAsking(NEVER_ASKED, NOON_MS, 300), wish({ intervalS: 300 }))).toBe(270);
});

describe('the age of an answer', () => {
  test('is unknown where the clock was set back since it was asked for, until the next answer', () => {
    const before = answered(60);
    const setBack = afterAsking(before, NOON_MS - 1, 60);
    expect(setBack.oldAtMs).toBeNull();
    expect(afterFailure(setBack, failure('server-error'), NOON_MS, 60, 0).oldAtMs).toBeNull();
    expect(afterAnswer(setBack, NOON_MS, 60, FAR_MS).oldAtMs).toBe(NOON_MS + 180_000);
  });

  test('stays where time went on', () => {
    expect(afterAsking(answered(60), NOON_MS + 1, 60).oldAtMs).toBe(NOON_MS + 180_000);
    expect(afterAsking(answered(60), NOON_MS, 60).oldAtMs).toBe(NOON_MS + 180_000);
  });
});

describe('a healthy service is asked at the interval, with alarms that come up to a second early or late', () => {
  test.each([
    { intervalS: 30, requests: 120 },
    { intervalS: 60, requests: 60 },
    { intervalS: 120, requests: 30 },
    { intervalS: 300, requests: 12 },
    { intervalS: 900, requests: 4 },
  ])('each $intervalS s: $requests requests an hour', ({ intervalS, requests }) => {
    const periodMs = tickMs(intervalS);
    let schedule = answered(intervalS);
    let asked = 0;
    for (let tick = 1; tick * periodMs <= 60 * MINUTE_MS; tick += 1) {
      const jitterMs = [0, -1000, 1000, 730, -410][tick % 5] ?? 0;
      const nowMs = NOON_MS + tick * periodMs + jitterMs;
      if (!isDue(schedule, null, wish({ intervalS }), nowMs)) continue;
      asked += 1;
      schedule = afterAnswer(afterAsking(schedule, nowMs, intervalS), nowMs, intervalS, FAR_MS);
    }
    expect(asked).toBe(requests);
  });
});
