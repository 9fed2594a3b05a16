import { expect, test } from 'vitest';
import { type Facts, hasYoungAnswer, knownNow } from '../../../../lib/core/reminders/known';
import { NO_LEDGER } from '../../../../lib/core/reminders/ledger';
import { seenFirst } from '../../../../lib/core/reminders/presence';
import { DEFAULT_PREFERENCES } from '../../../../lib/core/settings/preferences';
import { remindersOf } from '../../../../lib/core/settings/reminder-preferences';
import { NO_STATE } from '../../../../lib/core/state/state';
import { answeredSchedule, olieFeed, workflowFeed } from '../../../support/examples/example-feed';
import { localMs } from '../../../support/examples/example-history';
import { decided, running, stopped } from '../../../support/examples/reminder-facts';

const NOW_MS = localMs('2026-03-13 14:00');
const feed = olieFeed();

test.each([
  [{ answeredAtMs: NOW_MS }, true],
  [{ answeredAtMs: NOW_MS - 89_999 }, true],
  [{ answeredAtMs: NOW_MS - 90_000 }, false],
  [{ answeredAtMs: NOW_MS + 1 }, false],
  [{ answeredAtMs: null }, false],
  [{ answeredAtMs: NOW_MS, oldAtMs: null }, false],
])('after %j an answer is young: %s', (patch, isYoung) => {
  const schedules = { [feed.connectionId]: answeredSchedule(patch) };
  const stored = { state: { ...NO_STATE, feeds: [feed] }, schedules };
  expect(hasYoungAnswer(stored, NOW_MS)).toBe(isYoung);
});

test('without a timer the computer tells the time, and nothing is young', () => {
  const facts: Facts = {
    stored: { state: { ...NO_STATE, feeds: [workflowFeed()] }, schedules: {} },
    ...{ presence: null, ledger: NO_LEDGER, preferences: DEFAULT_PREFERENCES },
    ...{ browserNowMs: NOW_MS, timeZone: 'Asia/Tokyo', mayShow: true },
  };
  const { known, isYoung } = knownNow(facts, remindersOf(DEFAULT_PREFERENCES.reminders));
  expect(isYoung).toBe(false);
  expect(known).toMatchObject({ nowMs: NOW_MS, timer: null, dailyGoalS: null });
  expect(known).toMatchObject({ presence: seenFirst(NOW_MS), onlyTopLevelRuns: true });
});

test('that nothing runs is told once a young answer confirms it', () => {
  const rules = { 'not-started': 10 } as const;
  const late = { at: '2026-03-13 09:10', timer: stopped(), rules, ageS: 600 };
  expect(decided(late)).toMatchObject({ show: [], askFirst: true });
});

test("all times are on the clock of the browser's zone", () => {
  const timer = running('2026-03-12 17:00');
  const one = { timer, rules: { 'still-running': 4 }, timeZone: 'Asia/Tokyo' } as const;
  expect(decided({ ...one, at: '2026-03-12 20:59:59' }).show).toEqual([]);
  const { show } = decided({ ...one, at: '2026-03-12 21:00' });
  expect(show.map(({ message }) => message)).toEqual(['It has run for 4:00 h, since 05:00.']);
});
