import { describe, expect, test } from 'vitest';
import { isOnlyLater } from '../../../../lib/core/olie/same-answer';
import type { Timer } from '../../../../lib/core/olie/timer';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';

const known = exampleTimer();
/** What the service says a minute later. */
const later = (patch: Partial<Timer> = {}) =>
  exampleTimer({
    answeredAtMs: ANSWERED_AT_MS + 60_000,
    totalS: 38_200,
    projectTotalS: 38_200,
    stepTotalS: 38_200,
    ...patch,
  });

test('while a timer runs, an answer with grown totals says nothing new', () => {
  expect(isOnlyLater(later(), known)).toBe(true);
});

test('while none runs, an answer with more idle time says nothing new', () => {
  const stopped = exampleTimer({ current: null });
  const answer = { answeredAtMs: ANSWERED_AT_MS + 60_000, current: null, idleS: 27_794 };
  expect(isOnlyLater(exampleTimer(answer), stopped)).toBe(true);
  expect(isOnlyLater(exampleTimer({ ...answer, idleS: 27_734 }), stopped)).toBe(false);
});

test('a second less says nothing new: it is rounding', () => {
  expect(isOnlyLater(later({ totalS: 38_199 }), known)).toBe(true);
  expect(isOnlyLater(later({ idleS: 27_733 }), known)).toBe(true);
  expect(isOnlyLater(later({ idleS: 27_732 }), known)).toBe(false);
});

test('a second more is news: the known answer was counted before the second turned', () => {
  expect(isOnlyLater(later({ totalS: 38_201 }), known)).toBe(false);
  expect(isOnlyLater(later({ idleS: 27_735 }), known)).toBe(false);
});

test('where the numbers lead to no midnight, each answer is news: they are late, or count from the start of an overnight timer', () => {
  const overnight = { totalS: 83_657, idleS: 0, projectTotalS: 83_657, stepTotalS: 83_657 };
  const later20S = { answeredAtMs: ANSWERED_AT_MS + 80_000 };
  const late = exampleTimer({ answeredAtMs: ANSWERED_AT_MS + 20_000 });
  expect(isOnlyLater(later(later20S), late)).toBe(false);
  const minutes = { totalS: 83_717, idleS: 0, projectTotalS: 83_717, stepTotalS: 83_717 };
  expect(isOnlyLater(later(minutes), exampleTimer(overnight))).toBe(false);
});

test('where times are hidden, the numbers count all the same: they tell the day', () => {
  const hidden = exampleTimer({ hidden: true });
  expect(isOnlyLater(later({ hidden: true }), hidden)).toBe(true);
  expect(isOnlyLater(later({ hidden: true, totalS: 60, idleS: 0 }), hidden)).toBe(false);
});

describe('news is', () => {
  test.each<[string, Partial<Timer>]>([
    ['a total that was corrected', { totalS: 38_203 }],
    ['idle time that was corrected', { idleS: 27_700 }],
    ['a total of the project', { projectTotalS: 100 }],
    ['a total of the step', { stepTotalS: null }],
    ['a stop', { current: null }],
    ['another start', { current: exampleExecution({ startedAtMs: ANSWERED_AT_MS - 2_274_000 }) }],
    ['another name', { current: exampleExecution({ projectName: 'other' }) }],
    ['a session less', { recent: known.recent.slice(1) }],
    ['times that are hidden now', { hidden: true }],
    ['a new day', { totalS: 60, idleS: 0, projectTotalS: 60, stepTotalS: 60 }],
    ['numbers that are gone: only the moment of the answer tells its day', { totalS: null }],
  ])('%s', (_, patch) => {
    expect(isOnlyLater(later(patch), known)).toBe(false);
  });

  test('a total that was none and is not sent now, or the reverse', () => {
    const [none, missing] = [exampleTimer({ stepTotalS: 0 }), exampleTimer({ stepTotalS: null })];
    expect(isOnlyLater(missing, none)).toBe(false);
    expect(isOnlyLater(none, missing)).toBe(false);
    expect(isOnlyLater(missing, missing)).toBe(true);
  });

  test('numbers that were missing before, and still are', () => {
    const without = { totalS: null, idleS: null };
    expect(isOnlyLater(later(without), exampleTimer(without))).toBe(false);
  });
});
