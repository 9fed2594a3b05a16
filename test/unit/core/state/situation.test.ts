import { describe, expect, test } from 'vitest';
import { FAILURE_KINDS, failure } from '../../../../lib/core/feeds/failure';
import { isForUser } from '../../../../lib/core/feeds/policy';
import { NEVER_ASKED } from '../../../../lib/core/feeds/schedule';
import type { OlieFeed } from '../../../../lib/core/state/feed';
import { type Situation, situationOf } from '../../../../lib/core/state/situation';
import { NO_STATE } from '../../../../lib/core/state/state';
import { answeredSchedule, olieFeed } from '../../../support/examples/example-feed';
import {
  ANSWERED_AT_MS,
  EXAMPLE_ZONE,
  exampleTimer,
} from '../../../support/examples/example-timer';

const HOUR_MS = 3_600_000;
const OLD_AT_MS = ANSWERED_AT_MS + 180_000;

/** The situation after the documented answer, with a minute's interval. */
function situationWith(
  patch: Partial<OlieFeed> = {},
  browserNowMs = ANSWERED_AT_MS,
  settingsUnreadable = false,
  schedule = answeredSchedule(),
): Situation {
  const state = { ...NO_STATE, settingsUnreadable, feeds: [olieFeed(patch)] };
  return situationOf({ state, schedules: { a: schedule } }, browserNowMs, EXAMPLE_ZONE);
}

test('before anything is connected it is disconnected', () => {
  const stored = { state: NO_STATE, schedules: {} };
  expect(situationOf(stored, ANSWERED_AT_MS, EXAMPLE_ZONE)).toEqual({
    kind: 'disconnected',
    timer: null,
    nowMs: ANSWERED_AT_MS,
    failure: null,
    settingsUnreadable: false,
    isUnsaved: false,
    needsUser: false,
    isOld: false,
    ageS: null,
    isDayOver: false,
    ongoing: 0,
    unseen: [],
    othersFailures: [],
    hasOthers: false,
  });
});

test.each([
  { what: 'before the first answer', patch: { data: null, offsetMs: null }, kind: 'waiting' },
  { what: 'with the documented answer', patch: {}, kind: 'running' },
  { what: 'with none running', patch: { data: exampleTimer({ current: null }) }, kind: 'stopped' },
])('$what it is $kind', ({ patch, kind }) => {
  const situation = situationWith(patch);
  expect(situation).toMatchObject({ kind, isOld: false, needsUser: false, isDayOver: false });
});

test.each([
  { offsetMs: null, hours: 0 },
  { offsetMs: 26 * HOUR_MS, hours: 26 },
  { offsetMs: -26 * HOUR_MS, hours: -26 },
])("now is the server's: the browser's and $hours h", ({ offsetMs, hours }) => {
  const nowMs = ANSWERED_AT_MS + hours * HOUR_MS;
  expect(situationWith({ offsetMs, data: null }).nowMs).toBe(nowMs);
});

test.each([
  { patch: {}, laterMs: 0, ageS: 0 },
  { patch: { offsetMs: 26 * HOUR_MS }, laterMs: 61_999, ageS: 61 },
  // The computer's clock was set back.
  { patch: {}, laterMs: -5000, ageS: 0 },
])('$laterMs ms after the answer its age is $ageS s', ({ patch, laterMs, ageS }) => {
  expect(situationWith(patch, ANSWERED_AT_MS + laterMs).ageS).toBe(ageS);
});

test('before the first answer there is no age', () => {
  const patch = { data: null, learntAtMs: null };
  expect(situationWith(patch, ANSWERED_AT_MS, false, NEVER_ASKED).ageS).toBeNull();
});

test("after the browser's start, what the disk has is old, and as old as the last news", () => {
  const situation = situationWith({}, ANSWERED_AT_MS + 61_999, false, NEVER_ASKED);
  expect(situation).toMatchObject({ kind: 'running', isOld: true, ageS: 61 });
});

test('what is shown is old three rounds after its answer', () => {
  expect(situationWith({}, OLD_AT_MS - 1).isOld).toBe(false);
  expect(situationWith({}, OLD_AT_MS).isOld).toBe(true);
  expect(situationWith({ data: null }, OLD_AT_MS).isOld).toBe(false);
});

test('what would be fresh for longer than three of the longest intervals is old: the clock was set back', () => {
  const LONGEST_MS = 2_700_000;
  const isOld = (nowMs: number) =>
    situationWith({}, nowMs, false, answeredSchedule({ askedAtMs: nowMs })).isOld;
  expect(isOld(OLD_AT_MS - LONGEST_MS)).toBe(false);
  expect(isOld(OLD_AT_MS - LONGEST_MS - 1)).toBe(true);
  expect(situationWith({ data: null }, OLD_AT_MS - 26 * HOUR_MS).isOld).toBe(false);
});

test('what was asked for in the future is old at once: the clock was set back', () => {
  expect(situationWith({}, ANSWERED_AT_MS).isOld).toBe(false);
  expect(situationWith({}, ANSWERED_AT_MS - 1).isOld).toBe(true);
  expect(situationWith({ data: null }, ANSWERED_AT_MS - 1).isOld).toBe(false);
});

describe.each(FAILURE_KINDS)('after "%s"', (kind) => {
  const cause = failure(kind);

  test(`it ${isForUser(cause) ? 'needs' : 'does not need'} the user`, () => {
    expect(situationWith({ failure: cause }).needsUser).toBe(isForUser(cause));
  });

  test('what was known is kept, as old where nothing newer can be had', () => {
    const isOld = isForUser(cause) || kind === 'offline';
    expect(situationWith({ failure: cause })).toMatchObject({
      kind: 'running',
      isOld,
      failure: cause,
    });
  });
});

test('settings that cannot be read need the user, and what is shown is old', () => {
  const situation = situationWith({}, ANSWERED_AT_MS, true);
  expect(situation).toMatchObject({ needsUser: true, isOld: true, settingsUnreadable: true });
});

describe("the day is over at the user's midnight", () => {
  const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');

  test.each([
    { nowMs: MIDNIGHT_MS - 1, isDayOver: false },
    { nowMs: MIDNIGHT_MS, isDayOver: true },
    { nowMs: MIDNIGHT_MS + 40 * HOUR_MS, isDayOver: true },
  ])('at $nowMs: $isDayOver', ({ nowMs, isDayOver }) => {
    expect(situationWith({}, nowMs).isDayOver).toBe(isDayOver);
  });

  test("by the server's clock", () => {
    const offsetMs = -26 * HOUR_MS;
    expect(situationWith({ offsetMs }, MIDNIGHT_MS - 1 - offsetMs).isDayOver).toBe(false);
    expect(situationWith({ offsetMs }, MIDNIGHT_MS - offsetMs).isDayOver).toBe(true);
  });
});

test('what the disk did not take is said, whichever feed learnt it', () => {
  const state = { ...NO_STATE, feeds: [olieFeed()] };
  const at = (isUnsaved: boolean) => {
    const schedules = { a: answeredSchedule(), b: answeredSchedule({ isUnsaved }) };
    return situationOf({ state, schedules }, ANSWERED_AT_MS, EXAMPLE_ZONE).isUnsaved;
  };
  expect([at(false), at(true)]).toEqual([false, true]);
});
