import { describe, expect, test } from 'vitest';
import { extraAsked, extraSchema, isExtraDue } from '../../../../lib/core/feeds/extra';
import * as z from '../../../../lib/core/zod';

const ASKED_AT_MS = Date.parse('2026-03-13T21:17:54Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('what stands beside an answer is asked', () => {
  const asked = extraAsked('a', ASKED_AT_MS);
  const refused = extraAsked('a', ASKED_AT_MS, true);

  test.each([
    ['at first', null, 'a', 0, true],
    ['not within the hour', asked, 'a', HOUR_MS - 1, false],
    ['after an hour', asked, 'a', HOUR_MS, true],
    ['at once about another subject', asked, 'b', 1, true],
    ['not within a day, if it was refused', refused, 'a', 24 * HOUR_MS - 1, false],
    ['a day after it was refused', refused, 'a', 24 * HOUR_MS, true],
    ['at once about another subject, although it was refused', refused, 'b', 1, true],
    ['not if the clock was set back a little', asked, 'a', -MINUTE_MS, false],
    ['not if it was set back by 23 hours', asked, 'a', -23 * HOUR_MS, false],
    ['if the clock was set back by a day', asked, 'a', -24 * HOUR_MS, true],
    ['if the clock was set back since it was refused', refused, 'a', -1, true],
  ] as const)('%s', (_, known, subject, laterMs, isDue) => {
    expect(isExtraDue(known, subject, ASKED_AT_MS + laterMs)).toBe(isDue);
  });
});

test('when to ask again survives storage', () => {
  const asked = extraAsked('a', ASKED_AT_MS);
  expect(z.safeParse(extraSchema, JSON.parse(JSON.stringify(asked))).data).toEqual(asked);
  expect(z.safeParse(extraSchema, { ...asked, dueAtMs: 'x' }).success).toBe(false);
});
