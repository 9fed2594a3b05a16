import { parseTimer } from '../../../lib/api/olie/answer.ts';
import type { Execution, Timer } from '../../../lib/core/olie/timer.ts';
import example from '../../fixtures/olie-project-execution.json' with { type: 'json' };

/** The moment of the documented answer: 2275 s after its running execution began. */
export const ANSWERED_AT_MS = Date.parse('2026-03-13T21:17:54Z');

/** The time zone of the documented example's user: UTC-3, without summer time. */
export const EXAMPLE_ZONE = 'America/Sao_Paulo';

/** The documented example as we store it. */
export function exampleTimer(patch: Partial<Timer> = {}): Timer {
  return { ...parseTimer(example, ANSWERED_AT_MS, 'asked'), ...patch };
}

/** The documented example's running execution. */
export function exampleExecution(patch: Partial<Execution> = {}): Execution {
  const { current } = exampleTimer();
  if (current === null) throw new Error('The documented example runs');
  return { ...current, ...patch };
}

/** A timer that began at that moment, with nothing else today. */
export function timerSince(start: string, patch: Partial<Timer> = {}): Timer {
  const current = exampleExecution({ startedAtMs: Date.parse(start) });
  return exampleTimer({ current, recent: [], ...patch });
}
