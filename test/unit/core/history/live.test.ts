import { expect, test } from 'vitest';
import { historyDays } from '../../../../lib/core/history/days';
import { liveOf } from '../../../../lib/core/history/live';
import type { Timer } from '../../../../lib/core/olie/timer';
import { localMs, PERSON, SAO_PAULO, session } from '../../../support/examples/example-history';
import {
  ANSWERED_AT_MS,
  EXAMPLE_ZONE,
  exampleTimer,
  timerSince,
} from '../../../support/examples/example-timer';

const MIDNIGHT_MS = localMs('2026-03-14 00:00');

function live(timer: Timer, nowMs: number, answeredAtMs: number | null = null) {
  return liveOf(timer, answeredAtMs, nowMs, PERSON, EXAMPLE_ZONE);
}

function totalS(timer: Timer, nowMs: number, answeredAtMs: number | null = null) {
  const { records } = live(timer, nowMs, answeredAtMs);
  return historyDays(['2026-03-13'], records, SAO_PAULO, nowMs)[0]?.totalS;
}

test('what runs counts on from the answer, in whole seconds after it', () => {
  const timer = exampleTimer();
  const answeredS = timer.totalS ?? 0;
  expect(totalS(timer, ANSWERED_AT_MS)).toBe(answeredS);
  expect(totalS(timer, ANSWERED_AT_MS + 999)).toBe(answeredS);
  expect(totalS(timer, ANSWERED_AT_MS + 65_400)).toBe(answeredS + 65);
  expect(live(timer, ANSWERED_AT_MS + 65_400)).toMatchObject({
    today: '2026-03-13',
    isHidden: false,
    counting: {
      atMs: ANSWERED_AT_MS + 65_000,
      date: '2026-03-13',
      project: timer.current?.projectId,
      session: timer.current?.id,
    },
  });
});

test('its session and the total end at the same second', () => {
  const timer = timerSince('2026-03-13T21:00:00Z', { totalS: 1074, idleS: 65_400 });
  const nowMs = ANSWERED_AT_MS + 90_000;
  const [day] = historyDays(['2026-03-13'], live(timer, nowMs).records, SAO_PAULO, nowMs);
  expect(day?.totalS).toBe(1164);
  expect(day?.parts.map(({ seconds }) => seconds)).toEqual([1164]);
});

test('a clock that is behind the answer does not count backwards', () => {
  expect(totalS(exampleTimer(), ANSWERED_AT_MS - 5000)).toBe(exampleTimer().totalS);
});

test('nothing counts if nothing runs, or times are hidden, or the total is not told', () => {
  const finished = [session('a', '2026-03-13 09:00', '2026-03-13 10:00')];
  const stopped = exampleTimer({ current: null, recent: finished, totalS: 3600 });
  expect(live(stopped, ANSWERED_AT_MS + 60_000).counting).toBeNull();
  expect(totalS(stopped, ANSWERED_AT_MS + 60_000)).toBe(3600);
  expect(live(exampleTimer({ hidden: true }), ANSWERED_AT_MS)).toMatchObject({
    counting: null,
    isHidden: true,
  });
  expect(live(exampleTimer({ totalS: null }), ANSWERED_AT_MS).counting).toBeNull();
});

test('without a start, the total counts, and no project does', () => {
  const { current } = exampleTimer();
  const timer = exampleTimer({ current: current && { ...current, startedAtMs: null } });
  expect(live(timer, ANSWERED_AT_MS).counting).toMatchObject({ project: null, session: null });
});

test('what has no id is known by its start', () => {
  const { current } = exampleTimer();
  const timer = exampleTimer({ current: current && { ...current, id: '' } });
  expect(live(timer, ANSWERED_AT_MS).counting?.session).toBe(`at ${current?.startedAtMs}`);
});

test('it counts to the last moment before midnight', () => {
  const { counting } = live(exampleTimer(), MIDNIGHT_MS - 1);
  expect(counting?.date).toBe('2026-03-13');
  expect(live(exampleTimer(), MIDNIGHT_MS)).toMatchObject({ today: '2026-03-14', counting: null });
});

test('after midnight, yesterday is as it was last told, and it is the next day', () => {
  const timer = exampleTimer();
  const nowMs = MIDNIGHT_MS + 60_000;
  const toldAtMs = localMs('2026-03-13 22:00');
  expect(live(timer, nowMs, toldAtMs)).toMatchObject({ today: '2026-03-14', counting: null });
  const answeredS = timer.totalS ?? 0;
  expect(totalS(timer, nowMs, toldAtMs)).toBe(answeredS + (toldAtMs - ANSWERED_AT_MS) / 1000);
  expect(totalS(timer, nowMs)).toBe(answeredS);
});
