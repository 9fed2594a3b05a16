import { observed } from '../../../lib/core/history/observed.ts';
import type { Records } from '../../../lib/core/history/records.ts';
import type { Session, Timer } from '../../../lib/core/olie/timer.ts';
import { EXAMPLE_ZONE, exampleExecution, exampleTimer } from './example-timer.ts';

export const PERSON = 'https://api.olie.ai u-1';
export const SAO_PAULO = { kind: 'named', timeZone: EXAMPLE_ZONE } as const;

/** A finished session, by its local times in São Paulo: `session('a', '2026-03-13 09:00', '2026-03-13 10:30')`. */
export function session(
  id: string,
  start: string,
  finish: string,
  patch: Partial<Session> = {},
): Session {
  const { startedAtMs: _, ...work } = exampleExecution();
  return {
    ...work,
    id,
    recordedStartMs: null,
    recordedFinishMs: null,
    startedAtMs: localMs(start),
    finishedAtMs: localMs(finish),
    finishedReason: 'self_stop',
    ...patch,
  };
}

/** A moment by the clock in São Paulo, which is UTC-3 all year. */
export function localMs(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}-03:00`);
}

/**
 * The records of an answer that names these sessions of its day, and adds up.
 * @param patch what is otherwise in the answer
 */
export function told(at: string, recent: Session[], patch: Partial<Timer> = {}): Records {
  const answeredAtMs = localMs(at);
  const startMs = localMs(`${at.slice(0, 10)} 00:00`);
  const totalS = recent.reduce(
    (sum, { startedAtMs, finishedAtMs }) =>
      sum + Math.max(0, finishedAtMs - Math.max(startMs, startedAtMs)) / 1000,
    0,
  );
  const idleS = (answeredAtMs - startMs) / 1000 - totalS;
  const timer = exampleTimer({ answeredAtMs, current: null, recent, totalS, idleS, ...patch });
  return observed(timer, answeredAtMs, PERSON, EXAMPLE_ZONE);
}

/**
 * The records, with what is expected on the running project; as they are if that is null.
 * @param fromMs the estimate is told then, or a millisecond later
 */
export function withExpected(records: Records, fromMs: number, seconds: number | null): Records {
  if (seconds === null) return records;
  const expected = { seconds, toldAtMs: fromMs + (seconds % 2) };
  const sessions = records.sessions.map((one) => (one.isRunning ? { ...one, expected } : one));
  return { ...records, sessions };
}

/** By date and id: nothing promises an order. */
export function inOrder({ days, sessions: all }: Records): Records {
  return {
    days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    sessions: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
