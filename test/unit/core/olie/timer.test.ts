import { describe, expect, test } from 'vitest';
import { olie } from '../../../../lib/core/olie/olie';
import {
  amount,
  projectTitle,
  sessionSeconds,
  stepTitle,
  type Timer,
  type TimerClocks,
  timerClocks,
  timerSchema,
} from '../../../../lib/core/olie/timer';
import { readSeconds } from '../../../../lib/core/time/clock';
import * as z from '../../../../lib/core/zod';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';

const HOUR_MS = 3_600_000;

/** What each of the timer's clocks shows at that moment. */
function secondsAt(timer: Timer, nowMs: number): Record<keyof TimerClocks, number | null> {
  const { elapsed, total, idle, projectTotal, stepTotal } = timerClocks(timer);
  const read = (clock: typeof elapsed) => clock && readSeconds(clock, nowMs);
  return {
    elapsed: read(elapsed),
    total: read(total),
    idle: read(idle),
    projectTotal: read(projectTotal),
    stepTotal: read(stepTotal),
  };
}

const documented = {
  elapsed: 2275,
  total: 38_140,
  idle: 27_734,
  projectTotal: 38_140,
  stepTotal: 38_140,
};

describe('the documented example', () => {
  test('at 21:17:54Z shows what the service sent', () => {
    expect(secondsAt(exampleTimer(), Date.parse('2026-03-13T21:17:54Z'))).toEqual(documented);
  });

  test('a minute and a half later all but idle have grown by it', () => {
    expect(secondsAt(exampleTimer(), Date.parse('2026-03-13T21:19:24Z'))).toEqual({
      elapsed: 2365,
      total: 38_230,
      idle: 27_734,
      projectTotal: 38_230,
      stepTotal: 38_230,
    });
  });

  test('a second is over only when it is whole', () => {
    expect(secondsAt(exampleTimer(), Date.parse('2026-03-13T21:17:54.999Z'))).toEqual(documented);
  });

  test('its sessions last 16701 s and 19164 s by their effective times', () => {
    expect(exampleTimer().recent.map(sessionSeconds)).toEqual([16_701, 19_164]);
  });

  test('is of Test User, on AD-1 awdawd, in the step tres of a funnel', () => {
    const current = exampleExecution();
    expect(olie.summary(exampleTimer())).toBe('Test User, AD-1 awdawd');
    expect(projectTitle(current)).toBe('AD-1 awdawd');
    expect(stepTitle(current)).toBe('tres · funil do abacaxi');
  });
});

describe('while nothing runs', () => {
  const stopped = exampleTimer({ current: null });

  test('idle grows, today stands, and there is no project or step', () => {
    expect(secondsAt(stopped, ANSWERED_AT_MS + 90_000)).toEqual({
      elapsed: null,
      total: 38_140,
      idle: 27_824,
      projectTotal: null,
      stepTotal: null,
    });
  });

  test('it is connected as the user alone', () => {
    expect(olie.summary(stopped)).toBe('Test User');
    expect(olie.summary({ ...stopped, user: null })).toBe('');
  });
});

test('no count of a timer with hidden times is given', () => {
  const none = { elapsed: null, total: null, idle: null, projectTotal: null, stepTotal: null };
  expect(timerClocks(exampleTimer({ hidden: true }))).toEqual(none);
  expect(timerClocks(exampleTimer({ hidden: true, current: null }))).toEqual(none);
});

test('a number that the service did not send costs only itself', () => {
  const timer = exampleTimer({ totalS: null, stepTotalS: null });
  expect(secondsAt(timer, ANSWERED_AT_MS)).toEqual({ ...documented, total: null, stepTotal: null });
  const withoutStart = exampleTimer({ current: exampleExecution({ startedAtMs: null }) });
  expect(secondsAt(withoutStart, ANSWERED_AT_MS)).toEqual({ ...documented, elapsed: null });
});

test('no count is ever negative', () => {
  const started = exampleExecution({ startedAtMs: ANSWERED_AT_MS + HOUR_MS });
  expect(secondsAt(exampleTimer({ current: started }), ANSWERED_AT_MS - 26 * HOUR_MS)).toEqual({
    elapsed: 0,
    total: 0,
    idle: 27_734,
    projectTotal: 0,
    stepTotal: 0,
  });
  const [session] = exampleTimer().recent;
  if (!session) throw new Error('The example has sessions');
  expect(sessionSeconds({ ...session, finishedAtMs: session.startedAtMs - 1000 })).toBe(0);
});

test.each([
  { rate: 50, elapsedS: 3600, units: 50 },
  { rate: 50, elapsedS: 28_800, units: 400 },
  { rate: 50, elapsedS: 2275, units: 31.597_222_222 },
  { rate: 0, elapsedS: 3600, units: 0 },
])('$elapsedS s at $rate an hour are $units', ({ rate, elapsedS, units }) => {
  expect(amount(rate, elapsedS)).toBeCloseTo(units, 9);
});

test.each([
  { of: { projectCode: '', projectName: 'Site' }, title: 'Site' },
  { of: { projectCode: 'AD-1', projectName: '' }, title: 'AD-1' },
  { of: { projectCode: '', projectName: '' }, title: '' },
])('a project without all its names is called "$title"', ({ of, title }) => {
  expect(projectTitle(of)).toBe(title);
});

test.each([
  { of: { funnelName: '', stepName: 'tres' }, title: 'tres' },
  { of: { funnelName: 'funil', stepName: '' }, title: 'funil' },
  { of: { funnelName: '', stepName: '' }, title: '' },
])('a step without all its names is called "$title"', ({ of, title }) => {
  expect(stepTitle(of)).toBe(title);
});

describe('a stored timer', () => {
  const [session] = exampleTimer().recent;
  const { projectId } = exampleExecution();
  const estimate = {
    ...{ projectId, userId: 'u', answeredAtMs: ANSWERED_AT_MS, expectedS: 1, elapsedS: 2 },
    ...{ expectedAmount: 3, hourlyRate: 4, status: 'open', budget: 5 },
  };
  const full = exampleTimer({ estimate, lastEarlier: session ?? null });
  const read = (stored: object) => z.safeParse(timerSchema, JSON.parse(JSON.stringify(stored)));

  test('is read as it was', () => {
    expect(read(full).data).toEqual(full);
  });

  test.each([
    ...['answeredAtMs', 'current', 'recent', 'hidden', 'totalS', 'idleS', 'projectTotalS'],
    ...['stepTotalS', 'user', 'followedId'],
  ])('is not read with a broken field: %s', (field) => {
    expect(read({ ...full, [field]: [7] }).success).toBe(false);
  });

  test.each(Object.keys(exampleExecution()))(
    'is not read with a broken %s of what runs',
    (name) => {
      expect(read({ ...full, current: { ...full.current, [name]: [7] } }).success).toBe(false);
    },
  );

  test('of an earlier version has no earlier session, no user and no estimate', () => {
    const { lastEarlier, userId, estimate: _, ...before } = full;
    const none = { lastEarlier: null, userId: '', estimate: null };
    expect(read(before).data).toEqual({ ...before, ...none });
    const { status, budget, ...earlier } = estimate;
    expect(read({ ...full, estimate: earlier }).data?.estimate).toEqual({
      ...earlier,
      ...{ status: '', budget: 0 },
    });
  });
});
