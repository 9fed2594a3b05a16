import { describe, expect, test } from 'vitest';
import { type Estimate, estimateSubject, shownEstimate } from '../../../../lib/core/olie/estimate';
import { spentClock } from '../../../../lib/core/olie/spent';
import type { Session, Timer } from '../../../../lib/core/olie/timer';
import { parseState } from '../../../../lib/core/state/state';
import { readSeconds } from '../../../../lib/core/time/clock';
import { olieFeed } from '../../../support/examples/example-feed';
import { exampleExecution, exampleTimer } from '../../../support/examples/example-timer';

const at = (time: string) => Date.parse(`2026-03-13T${time}Z`);
const { projectId } = exampleExecution();
const { userId } = exampleTimer();
/** Told at 21:17:54, with 20:00 h tracked: more than the whole of today. */
const estimate: Estimate = {
  ...{ projectId, userId, answeredAtMs: at('21:17:54') },
  ...{ expectedS: 144_000, elapsedS: 72_000, expectedAmount: 0, hourlyRate: 0 },
  ...{ status: '', budget: 0 },
};
const spentAt = (time: string, timer: Timer, patch: Partial<Estimate> = {}) =>
  readSeconds(spentClock(timer, { ...estimate, ...patch }), at(time));

function session(from: string, to: string, patch: Partial<Session> = {}): Session {
  const [model] = exampleTimer().recent;
  if (!model) throw new Error('The example has sessions');
  return { ...model, startedAtMs: at(from), finishedAtMs: at(to), ...patch };
}

describe('while the execution of the answer runs', () => {
  test.each([
    ['21:17:54', 72_000],
    ['21:17:55', 72_001],
    ['22:17:54', 75_600],
  ])('at %s, what ran since the answer is added', (time, spentS) => {
    expect(spentAt(time, exampleTimer())).toBe(spentS);
  });

  test('it never goes below what was told', () => {
    expect(spentAt('21:17:54', exampleTimer(), { answeredAtMs: at('21:17:56') })).toBeGreaterThan(
      71_997,
    );
  });

  test('it stands if nothing runs', () => {
    expect(spentAt('23:00:00', exampleTimer({ current: null, recent: [] }))).toBe(72_000);
  });

  test('it stands if the execution has no start that can be read', () => {
    const current = exampleExecution({ startedAtMs: null });
    expect(spentAt('23:00:00', exampleTimer({ current }))).toBe(72_000);
  });
});

describe('after the execution of the answer has ended', () => {
  const recent = [
    // It ended 600 s after the answer.
    session('20:39:59', '21:27:54'),
    ...exampleTimer().recent,
  ];

  test('its part after the answer counts, and the new one from its start', () => {
    const current = exampleExecution({ id: 'next', startedAtMs: at('21:30:00') });
    expect(spentAt('21:31:00', exampleTimer({ current, recent }))).toBe(72_660);
  });

  test('what was tracked on other projects in between does not count', () => {
    const current = exampleExecution({ id: 'next', startedAtMs: at('22:00:00') });
    const between = session('21:30:00', '22:00:00', { projectId: 'another' });
    const timer = exampleTimer({ current, recent: [between, ...recent] });
    expect(spentAt('22:00:01', timer)).toBe(72_601);
  });

  test('one that ended before it began counts nothing', () => {
    const current = exampleExecution({ id: 'next', startedAtMs: at('22:00:00') });
    const odd = session('21:40:00', '21:30:00');
    expect(spentAt('22:00:00', exampleTimer({ current, recent: [odd] }))).toBe(72_000);
  });
});

describe('if more was tracked today than was told of all days', () => {
  // 16,701 s and 19,164 s have ended; the running execution has 2275 s at the answer.
  const ended = { elapsedS: 35_865 };

  test('the running execution is left out there, and all of it is added', () => {
    expect(spentAt('21:17:54', exampleTimer(), ended)).toBe(38_140);
    expect(spentAt('21:18:54', exampleTimer(), ended)).toBe(38_200);
  });

  test('an execution that ended after the answer counts as a whole', () => {
    const current = exampleExecution({ id: 'next', startedAtMs: at('22:00:00') });
    const recent = [session('20:39:59', '21:27:54'), ...exampleTimer().recent];
    const timer = exampleTimer({ current, recent, projectTotalS: 38_740 });
    const answered = { ...timer, answeredAtMs: at('22:00:00') };
    expect(spentAt('22:00:10', { ...answered, projectTotalS: 42_000 }, ended)).toBe(
      35_865 + 2875 + 10,
    );
  });

  test('an execution that ended with the answer is counted there', () => {
    const recent = [session('20:39:59', '21:17:54')];
    expect(spentAt('21:17:54', exampleTimer({ recent }), ended)).toBe(38_140);
  });

  test('a minute more is rounding', () => {
    expect(spentAt('21:17:54', exampleTimer(), { elapsedS: 38_080 })).toBe(38_080);
    expect(spentAt('21:17:54', exampleTimer(), { elapsedS: 38_079 })).toBe(38_079 + 2275);
  });

  test('a total that was not sent shows nothing', () => {
    const timer = exampleTimer({ projectTotalS: null });
    expect(spentAt('21:17:54', timer, ended)).toBe(35_865);
  });
});

describe('an estimate is about a user and a project', () => {
  test.each<[string, Partial<Timer>]>([
    ['nothing runs', { current: null }],
    ['times are hidden', { hidden: true }],
    ['the user is not known', { userId: '' }],
    ['the project is not known', { current: exampleExecution({ projectId: '' }) }],
  ])('there is none to ask for, and none is shown, if %s', (_, patch) => {
    const known = { ...estimate, userId: patch.userId ?? userId };
    expect(estimateSubject(exampleTimer(patch))).toBeNull();
    expect(shownEstimate(exampleTimer({ ...patch, estimate: known }))).toBeNull();
  });

  test('one of another user or project is not shown', () => {
    expect(shownEstimate(exampleTimer({ estimate }))).toEqual(estimate);
    for (const patch of [{ userId: 'another' }, { projectId: 'another' }]) {
      const timer = exampleTimer({ estimate: { ...estimate, ...patch } });
      expect(shownEstimate(timer)).toBeNull();
    }
  });
});

describe('a stored timer', () => {
  const stored = (data: object) => {
    const feeds = [{ ...olieFeed(), data }];
    const [feed] = parseState({ version: 4, settingsUnreadable: false, feeds }).feeds;
    return feed?.data;
  };

  test('without an estimate, or with one that cannot be read, is read all the same', () => {
    const { estimate: _, userId: __, ...old } = exampleTimer();
    expect(stored(old)).toEqual({ ...old, estimate: null, userId: '' });
    const broken = { ...exampleTimer(), estimate: { ...estimate, expectedS: 'much' } };
    expect(stored(broken)).toEqual(exampleTimer());
  });

  test('keeps its estimate', () => {
    expect(stored(exampleTimer({ estimate }))).toEqual(exampleTimer({ estimate }));
  });
});
