import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import {
  afterAnswer,
  afterAsking,
  afterConfirmation,
  afterFailure,
  dueAtOnce,
  isDue,
  NEVER_ASKED,
  type Schedule,
  scheduleSchema,
} from '../../../../lib/core/feeds/schedule';
import * as z from '../../../../lib/core/zod';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');
const FAR_MS = NOON_MS + 86_400_000;
const asked = afterAsking(NEVER_ASKED, NOON_MS, 60);

describe('an answer that came five seconds after it was asked for', () => {
  const LATER_MS = NOON_MS + 5000;
  const answered = afterAnswer(asked, LATER_MS, 60, FAR_MS);

  test('counts from then, and the next request from the last one', () => {
    expect(answered).toEqual({
      ...{ askedAtMs: NOON_MS, dueAtMs: NOON_MS + 30_000, pausedUntilMs: null, failures: 0 },
      ...{ answeredAtMs: LATER_MS, wholeAtMs: LATER_MS, oldAtMs: LATER_MS + 180_000 },
      ...{ isUnsaved: false, extra: null },
    });
    const unknown = afterAnswer({ ...asked, askedAtMs: null }, LATER_MS, 60, FAR_MS);
    expect(unknown.askedAtMs).toBe(LATER_MS);
  });

  test('that only says that the last one still holds leaves the moment of that one', () => {
    const nextMs = LATER_MS + 60_000;
    expect(afterConfirmation(answered, nextMs, 60, FAR_MS)).toEqual({
      ...afterAnswer(answered, nextMs, 60, FAR_MS),
      wholeAtMs: LATER_MS,
    });
  });

  test('keeps its age where its connection is asked at once', () => {
    expect(dueAtOnce({ ...answered, failures: 3, extra: { subject: 'a', dueAtMs: 1 } })).toEqual({
      ...NEVER_ASKED,
      ...{ answeredAtMs: LATER_MS, oldAtMs: LATER_MS + 180_000 },
    });
  });

  test.each([
    [null, null],
    [30, NOON_MS + 30_000],
  ])('and a refusal in its place pauses from the request on: %j', (retryAfterS, pausedUntilMs) => {
    const refused = failure('too-many-requests', null, retryAfterS);
    expect(afterFailure(asked, refused, LATER_MS, 60, 0).pausedUntilMs).toBe(pausedUntilMs);
    const { pausedUntilMs: unknown } = afterFailure(NEVER_ASKED, refused, NOON_MS, 60, 0);
    expect(unknown).toBe(pausedUntilMs);
  });
});

describe('who waits by the button since noon', () => {
  const wish = { asker: 'user', sinceMs: NOON_MS, intervalS: 60 } as const;
  test.each([
    ['is content with a whole answer', NOON_MS + 5, NOON_MS + 5, false],
    ['asks again after one that only says that the last one holds', NOON_MS + 5, NOON_MS - 9, true],
    ['also if that came at noon', NOON_MS, NOON_MS - 9, true],
    ['and if there was no whole one', NOON_MS + 5, null, true],
    ['waits for the answer to the request that left', NOON_MS - 1, NOON_MS - 9, false],
    ['also for the first one', null, NOON_MS - 9, false],
  ])('%s', (_, answeredAtMs, wholeAtMs, due) => {
    const schedule = { ...asked, answeredAtMs, wholeAtMs };
    expect(isDue(schedule, null, wish, NOON_MS + 1000)).toBe(due);
  });

  test('is asked for whatever the last answer was, if that left before', () => {
    expect(isDue(asked, null, { ...wish, sinceMs: NOON_MS + 1 }, NOON_MS + 1000)).toBe(true);
  });
});

describe('without a time for the next request', () => {
  const unknown = { ...asked, dueAtMs: null };
  const isDueTo = (asker: 'alarm' | 'popup', schedule: Schedule, kind: 'network' | null) =>
    isDue(schedule, kind && failure(kind), { asker, sinceMs: 0, intervalS: 60 }, NOON_MS + 20_000);

  test('what failed is left alone', () => {
    expect(isDueTo('alarm', { ...unknown, failures: 1 }, 'network')).toBe(false);
    expect(isDueTo('popup', { ...unknown, failures: 1 }, 'network')).toBe(false);
  });

  test('what answered is asked', () => {
    expect(isDueTo('alarm', unknown, null)).toBe(true);
    expect(isDueTo('alarm', asked, null)).toBe(false);
  });
});

describe('a stored schedule', () => {
  const read = (stored: unknown) => z.safeParse(scheduleSchema, JSON.parse(JSON.stringify(stored)));

  test('is read as it was', () => {
    const full = {
      ...{ askedAtMs: 1, dueAtMs: 2, pausedUntilMs: 3, failures: 4, answeredAtMs: 5 },
      ...{ wholeAtMs: 6, oldAtMs: 7, isUnsaved: true, extra: { subject: 'a', dueAtMs: 8 } },
    };
    expect(read(full).data).toEqual(full);
    expect(read(NEVER_ASKED).data).toEqual(NEVER_ASKED);
  });

  test('of an earlier version has no whole answer and nothing unsaved', () => {
    const { wholeAtMs, isUnsaved, extra, ...before } = asked;
    expect(read(before).data).toEqual({
      ...before,
      ...{ wholeAtMs: null, isUnsaved: false, extra: null },
    });
  });

  test.each(['askedAtMs', 'dueAtMs', 'pausedUntilMs', 'failures', 'answeredAtMs', 'oldAtMs'])(
    'is not read with a broken %s',
    (field) => {
      expect(read({ ...asked, [field]: 'x' }).success).toBe(false);
    },
  );
});
