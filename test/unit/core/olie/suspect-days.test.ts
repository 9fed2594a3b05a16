import { describe, expect, test } from 'vitest';
import { parseTimer } from '../../../../lib/api/olie/answer';
import { isOnlyLater } from '../../../../lib/core/olie/same-answer';
import { dayLeftBehind } from '../../../../lib/core/olie/sessions';
import { timerClocks } from '../../../../lib/core/olie/timer';
import { dayOf, startOfDayMs, trackedShare } from '../../../../lib/core/olie/timer-day';
import { readSeconds } from '../../../../lib/core/time/clock';
import { dayAt } from '../../../../lib/core/time/day';
import type { Zone } from '../../../../lib/core/time/time-zone';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import {
  EXAMPLE_ZONE,
  exampleExecution,
  exampleTimer,
  timerSince,
} from '../../../support/examples/example-timer';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const fixed = (hours: number): Zone => ({ kind: 'fixed', offsetMs: hours * HOUR_MS });

describe('a negative idle time, of a service that counts an overnight timer from its start', () => {
  const answeredAtMs = at('2026-03-14T03:10:05Z');
  const started_at = '2026-03-14T01:00:05Z';
  const current_execution = { ...example.current_execution, started_at };
  const numbers = { recent_executions: [], total_time: 7800, idle_time: -7195 };
  const timer = parseTimer({ ...example, current_execution, ...numbers }, answeredAtMs, 'x');

  test.each([EXAMPLE_ZONE, 'Asia/Tokyo'])('moves no day, with the browser in %s', (timeZone) => {
    expect(dayOf(timer, timeZone)).toMatchObject({
      startMs: at('2026-03-14T03:00:00Z'),
      endMs: at('2026-03-15T03:00:00Z'),
    });
  });

  test('is shown as none', () => {
    const { total, idle } = timerClocks(timer);
    expect(timer.idleS).toBe(-7195);
    const totalS = total && readSeconds(total, answeredAtMs);
    const idleS = idle && readSeconds(idle, answeredAtMs);
    expect([totalS, idleS]).toEqual([7800, 0]);
    expect(trackedShare(totalS, idleS)).toBe(1);
  });

  test('may be a text, and is read only within bounds', () => {
    const idleOf = (idle_time: unknown) =>
      parseTimer({ ...example, idle_time }, answeredAtMs, 'x').idleS;
    expect(['-7195', -7195.5, 0, 27_734].map(idleOf)).toEqual([-7195, -7196, 0, 27_734]);
    expect([-1e10, 1e10, '', null, 'x', {}].map(idleOf)).toEqual(Array(6).fill(null));
  });
});

const session = (start: string, finish: string) => {
  const [model] = exampleTimer().recent;
  if (model === undefined) throw new Error('The documented timer has sessions');
  return { ...model, id: start, startedAtMs: at(start), finishedAtMs: at(finish) };
};

describe('what passes for a midnight for half a minute of each quarter of an hour', () => {
  const answeredAtMs = at('2026-03-14T03:10:00Z');
  const overnight = { answeredAtMs, totalS: 7800, idleS: 0 };
  test.each([
    ['the start of the timer', timerSince('2026-03-14T01:00:00Z', overnight)],
    ['the start of the timer, 15 s off', timerSince('2026-03-14T00:59:45Z', overnight)],
    [
      'the start of a session',
      exampleTimer({
        answeredAtMs,
        current: null,
        recent: [session('2026-03-14T01:00:00Z', '2026-03-14T02:00:00Z')],
        totalS: 3600,
        idleS: 4200,
      }),
    ],
    [
      'the start of a row of sessions without a gap',
      timerSince('2026-03-14T02:00:00Z', {
        ...overnight,
        recent: [session('2026-03-14T01:00:00Z', '2026-03-14T02:00:00Z')],
      }),
    ],
    [
      'nothing that is tracked, with no idle time',
      timerSince('2026-03-14T02:00:00Z', { ...overnight, totalS: 7800 }),
    ],
    [
      'this very moment',
      timerSince('2026-03-14T02:00:00Z', {
        answeredAtMs: at('2026-03-14T03:15:05Z'),
        totalS: 0,
        idleS: 0,
      }),
    ],
    [
      'the start of the first of two sessions',
      exampleTimer({
        answeredAtMs,
        current: null,
        recent: [
          session('2026-03-14T02:30:00Z', '2026-03-14T02:45:00Z'),
          session('2026-03-14T01:00:00Z', '2026-03-14T02:00:00Z'),
        ],
        totalS: 4500,
        idleS: 3300,
      }),
    ],
    [
      'the end of a session, with no idle time',
      timerSince('2026-03-14T02:00:00Z', {
        ...overnight,
        recent: [session('2026-03-14T00:30:00Z', '2026-03-14T01:00:00Z')],
      }),
    ],
    [
      'before a timer without a start that can be read, with no idle time',
      exampleTimer({ ...overnight, current: exampleExecution({ startedAtMs: null }), recent: [] }),
    ],
    [
      'a quarter of a minute ago',
      timerSince('2026-03-14T02:00:00Z', {
        answeredAtMs: at('2026-03-14T03:15:15Z'),
        totalS: 15,
        idleS: 0,
      }),
    ],
  ])('is no midnight: %s', (_, timer) => {
    expect(startOfDayMs(timer)).not.toBeNull();
    expect(startOfDayMs(timer, EXAMPLE_ZONE)).toBeNull();
    expect(dayOf(timer, EXAMPLE_ZONE)).toEqual(dayAt(timer.answeredAtMs, EXAMPLE_ZONE));
  });

  test.each([
    [
      "the browser's zone has it",
      timerSince('2026-03-14T01:00:00Z', overnight),
      'Etc/GMT+1',
      undefined,
    ],
    [
      'the user was found there',
      timerSince('2026-03-14T01:00:00Z', overnight),
      EXAMPLE_ZONE,
      fixed(-1),
    ],
    ['a timer ran over it', timerSince('2026-03-14T00:30:00Z', overnight), EXAMPLE_ZONE, undefined],
    [
      'a session ran over it',
      timerSince('2026-03-14T02:00:00Z', {
        ...overnight,
        recent: [session('2026-03-14T00:30:00Z', '2026-03-14T02:00:00Z')],
      }),
      EXAMPLE_ZONE,
      undefined,
    ],
    [
      'there was idle time',
      timerSince('2026-03-14T02:00:00Z', { ...overnight, totalS: 4200, idleS: 3600 }),
      EXAMPLE_ZONE,
      undefined,
    ],
  ])('is a midnight where %s', (_, timer, timeZone, zone) => {
    const known = zone ? { ...timer, zone } : timer;
    expect(startOfDayMs(known, timeZone)).toBe(at('2026-03-14T01:00:00Z'));
  });

  test('leaves no day behind, and is no reason to forget when an answer was made', () => {
    const before = timerSince('2026-03-14T01:00:00Z', {
      answeredAtMs: at('2026-03-14T02:40:00Z'),
      totalS: 6000,
      idleS: 78_400,
      recent: [session('2026-03-13T20:00:00Z', '2026-03-13T21:00:00Z')],
    });
    const numbers = { idleS: 0, projectTotalS: null, stepTotalS: null };
    const answered = { answeredAtMs: at('2026-03-14T02:40:30Z'), totalS: 6030, ...numbers };
    const fresh = timerSince('2026-03-14T01:00:00Z', answered);
    expect(dayLeftBehind(before, fresh, at('2026-03-13T03:00:00Z'), EXAMPLE_ZONE)).toBeNull();
    const known = { ...fresh, answeredAtMs: fresh.answeredAtMs - 30_000, totalS: 6000 };
    expect(isOnlyLater(fresh, known, EXAMPLE_ZONE)).toBe(false);
    expect(isOnlyLater(fresh, known, 'Etc/GMT+1')).toBe(true);
  });
});
