import { describe, expect, test } from 'vitest';
import { mayConfirm } from '../../../../lib/core/feeds/confirmation';
import { isUnconfirmed } from '../../../../lib/core/feeds/freshness';
import { NEVER_ASKED } from '../../../../lib/core/feeds/schedule';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');
const MINUTE_MS = 60_000;

describe('an answer counts as unconfirmed', () => {
  test.each([
    ['before the first one', null, null, 0, true],
    ['not until the moment that its schedule has', NOON_MS, 3, 3 * MINUTE_MS - 1, false],
    ['from that moment on', NOON_MS, 3, 3 * MINUTE_MS, true],
    ['not at the moment when it was asked for', NOON_MS, 3, 0, false],
    ['if it was asked for in the future', NOON_MS, 3, -1, true],
    ['not for 45 minutes', null, 45, 0, false],
    ['if it would be fresh for longer than 45 minutes', null, 45, -1, true],
  ])('%s', (_, askedAtMs, oldAfterMinutes, laterMs, isOld) => {
    const oldAtMs = oldAfterMinutes === null ? null : NOON_MS + oldAfterMinutes * MINUTE_MS;
    const schedule = { ...NEVER_ASKED, askedAtMs, oldAtMs };
    expect(isUnconfirmed(schedule, NOON_MS + laterMs)).toBe(isOld);
  });
});

describe('a service may say that its last answer still holds', () => {
  const dayBeganMs = NOON_MS - 5 * MINUTE_MS;
  test.each([
    ['not before the first whole one', null, 0, false],
    ['at once', 0, 0, true],
    ['for less than 15 minutes', 0, 15 * MINUTE_MS - 1, true],
    ['not after 15 minutes', 0, 15 * MINUTE_MS, false],
    ['not if the clock was set back', 0, -1, false],
    ["if that one came as the user's day began", -5 * MINUTE_MS, 0, true],
    ['not if that one is of the day before', -5 * MINUTE_MS - 1, 0, false],
  ])('%s', (_, wholeAfterMs, laterMs, may) => {
    const wholeAtMs = wholeAfterMs === null ? null : NOON_MS + wholeAfterMs;
    const schedule = { ...NEVER_ASKED, wholeAtMs };
    expect(mayConfirm(schedule, dayBeganMs, NOON_MS + laterMs)).toBe(may);
  });
});
