import { describe, expect, test } from 'vitest';
import { parseTimer } from '../../../../lib/api/olie/answer';
import { timerClocks } from '../../../../lib/core/olie/timer';
import { dayOf } from '../../../../lib/core/olie/timer-day';
import { readSeconds } from '../../../../lib/core/time/clock';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';

const at = (iso: string) => Date.parse(iso);

describe('a negative total, while the start of the timer lies in the future', () => {
  const answeredAtMs = at('2026-03-13T21:17:54Z');
  const started_at = '2026-03-13T21:32:54Z';
  const current_execution = { ...example.current_execution, started_at };
  const numbers = { recent_executions: [], total_time: -900, idle_time: 65_874 + 900 };
  const timer = parseTimer({ ...example, current_execution, ...numbers }, answeredAtMs, 'x');

  test.each([EXAMPLE_ZONE, 'Asia/Tokyo'])('moves no day, with the browser in %s', (timeZone) => {
    expect(dayOf(timer, timeZone).startMs).toBe(at('2026-03-13T03:00:00Z'));
  });

  test('is shown as none until the timer begins', () => {
    const shown = (atMs: number) => {
      const { elapsed, total } = timerClocks(timer);
      return [elapsed, total].map((clock) => clock && readSeconds(clock, atMs));
    };
    expect(shown(answeredAtMs)).toEqual([0, 0]);
    expect(shown(answeredAtMs + 900_000)).toEqual([0, 0]);
    expect(shown(answeredAtMs + 960_000)).toEqual([60, 60]);
  });
});
