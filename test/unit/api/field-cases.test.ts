import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { parseWorkflow } from '../../../lib/api/b3os/answer';
import { parseTimer } from '../../../lib/api/olie/answer';
import { parseRuns } from '../../../lib/api/zaia/answer';
import { workflowClock } from '../../../lib/core/b3os/workflow-row';
import { sessionSeconds, type Timer, timerClocks } from '../../../lib/core/olie/timer';
import { readSeconds, runningFrom, standing } from '../../../lib/core/time/clock';
import cases from '../../fixtures/field-cases.json' with { type: 'json' };
import example from '../../fixtures/olie-project-execution.json' with { type: 'json' };
import { documented } from '../../support/examples/documented-timer';
import { type Path, valueAt, withValue } from '../../support/examples/json-paths';

// Answers from the field that were once misread: the documented example with some fields changed, or whole bodies.

interface FieldCase {
  name: string;
  service: string;
  change?: Record<string, unknown>;
  body?: unknown;
  wrap?: string;
  answeredAt?: string;
}

/** Texts such as "ex.recent_executions[0]" stand for that part of the example. */
function resolved(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.startsWith('ex.') ? valueAt(example, pathOf(value.slice(3))) : value;
  }
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one)]));
}

function pathOf(name: string): Path {
  return name.split(/[.[\]]+/).filter(Boolean);
}

function bodyOf({ body, change = {}, wrap }: FieldCase): unknown {
  const whole =
    body ??
    Object.entries(change).reduce<unknown>(
      (changed, [name, value]) => withValue(changed, pathOf(name), resolved(value)),
      example,
    );
  return wrap === undefined ? whole : { [wrap]: whole };
}

/** What the service's parser makes of it; the failure if it refuses. */
function read(one: FieldCase): unknown {
  const atMs = one.answeredAt === undefined ? documented.answeredAtMs : Date.parse(one.answeredAt);
  try {
    if (one.service === 'olie') return parseTimer(bodyOf(one), atMs, 'asked');
    return one.service === 'b3os' ? parseWorkflow(bodyOf(one)) : parseRuns(bodyOf(one));
  } catch (error) {
    if (error instanceof ApiError) return error.failure;
    throw error;
  }
}

const START_MS = Date.parse('2026-03-13T20:39:59Z');
const idle = { current: null, followedId: 'asked' };
const running = { current: documented.current };
const started = (atMs: number) => ({ current: { ...documented.current, startedAtMs: atMs } });
const clockOf = (found: unknown) => workflowClock(found as ReturnType<typeof parseWorkflow>);

/** The right value of each case. */
const RIGHT: Record<string, (found: unknown) => void> = {
  'empty current': (found) => {
    expect(found).toEqual({ ...documented, ...idle });
    const clock = timerClocks(found as Timer).idle;
    expect(clock && readSeconds(clock, documented.answeredAtMs + 60_000)).toBe(27_734 + 60);
  },
  'current of nulls': (found) => expect(found).toEqual({ ...documented, ...idle }),
  'negative idle': (found) =>
    expect(found).toMatchObject({
      ...started(Date.parse('2026-03-14T01:00:05Z')),
      recent: [],
      totalS: 7800,
      idleS: -7195,
    }),
  'keyed recents': (found) => {
    expect(found).toEqual(documented);
    const sum = (found as Timer).recent.reduce((all, one) => all + sessionSeconds(one), 0);
    expect(sum).toBe(35_865);
  },
  'wrapped recents': (found) => expect(found).toEqual(documented),
  'wrapped answer': (found) => expect(found).toEqual(documented),
  'twice the same session': (found) => expect(found).toEqual(documented),
  'refusal as number': (found) =>
    expect(found).toEqual({
      kind: 'refused',
      message: 'Execução não encontrada',
      retryAfterS: null,
    }),
  'zero as a time': (found) => {
    expect(found).toEqual(documented);
    const { elapsed } = timerClocks(found as Timer);
    expect(elapsed && readSeconds(elapsed, documented.answeredAtMs)).toBe(2275);
  },
  'zero date': (found) => expect(found).toEqual(documented),
  'epoch seconds': (found) => expect(found).toEqual({ ...documented, ...started(START_MS) }),
  'epoch milliseconds in a string': (found) =>
    expect(clockOf(found)).toEqual(runningFrom(START_MS)),
  'offset of hours only': (found) => expect(found).toEqual({ ...documented, ...running }),
  'comma before the fraction': (found) =>
    expect(found).toEqual({ ...documented, ...started(START_MS + 123) }),
  'no such day': (found) => {
    expect(found).toMatchObject({ id: 'e2', startedAtMs: null });
    expect(clockOf(found)).toBeNull();
  },
  'refused with 200': (found) =>
    expect(found).toEqual({
      kind: 'token-refused',
      message: 'invalid client token',
      retryAfterS: null,
    }),
  'finished while running': (found) => expect(clockOf(found)).toEqual(standing(300)),
  'bare execution': (found) => expect(found).toMatchObject({ id: 'e4', status: 'workflow_queued' }),
  'deep list': (found) =>
    expect(found).toEqual({
      runs: [
        {
          id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
          startedAtMs: Date.parse('2026-03-13T20:00:00Z'),
          endedAtMs: null,
          status: 'running',
          credits: 1.5,
          isAgentic: true,
          isPurged: false,
        },
      ],
      rowCount: 1,
    }),
};

describe('an answer from the field', () => {
  test.each(cases as FieldCase[])('$name', (one) => {
    const right = RIGHT[one.name];
    if (right === undefined) throw new Error('Its right value is missing');
    right(read(one));
  });
});
