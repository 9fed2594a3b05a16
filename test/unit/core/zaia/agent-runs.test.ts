import { describe, expect, test } from 'vitest';
import { readSeconds } from '../../../../lib/core/time/clock';
import {
  agentRunsSchema,
  compareRuns,
  creditsSince,
  type Run,
  readResponderId,
  readResponderIds,
  runSchema,
  unfinished,
} from '../../../../lib/core/zaia/agent-runs';
import { nestingSchema } from '../../../../lib/core/zaia/nesting';
import { runDetailsSchema } from '../../../../lib/core/zaia/run-details';
import { readRunStatus, runClock, runStatusText } from '../../../../lib/core/zaia/run-row';
import * as z from '../../../../lib/core/zod';

const START_MS = Date.parse('2026-03-13T20:41:00Z');
const A = '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a01';
const B = '5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10';

const run = (patch: Partial<Run> = {}): Run => ({
  id: A,
  startedAtMs: START_MS,
  endedAtMs: START_MS + 72_500,
  status: 'completed',
  credits: 3.2,
  isAgentic: true,
  isPurged: false,
  ...patch,
});

describe('how long a run took', () => {
  const secondsAt = (patch: Partial<Run>, nowMs: number) => {
    const clock = runClock(run(patch));
    return clock && readSeconds(clock, nowMs);
  };

  test.each([
    { what: 'an ended one stands', patch: {}, seconds: [72, 72] },
    { what: 'one that goes on grows', patch: { endedAtMs: null }, seconds: [100, 160] },
    {
      what: 'an end before the start is nothing',
      patch: { endedAtMs: START_MS - 1 },
      seconds: [0, 0],
    },
    { what: 'without a start it is unknown', patch: { startedAtMs: null }, seconds: [null, null] },
    {
      what: 'also while it goes on',
      patch: { startedAtMs: null, endedAtMs: null },
      seconds: [null, null],
    },
  ])('$what', ({ patch, seconds }) => {
    const moments = [START_MS + 100_000, START_MS + 160_000];
    expect(moments.map((nowMs) => secondsAt(patch, nowMs))).toEqual(seconds);
  });

  test('1970 is a start like any other', () => {
    expect(secondsAt({ startedAtMs: 0, endedAtMs: 5000 }, 0)).toBe(5);
  });
});

describe('a status in another spelling', () => {
  test.each([
    ['RUNNING', 'running'],
    ['Completed', 'completed'],
    ['SUCCEEDED', 'completed'],
    ['execution_failed', 'failed'],
    ['CANCELED', 'cancelled'],
    ['Queued', 'queued'],
    ['PENDING', 'pending'],
    ['SKIPPED', 'SKIPPED'],
    ['toString', 'toString'],
    ['', ''],
  ])('%j is %j', (said, status) => {
    expect(readRunStatus(said)).toBe(status);
  });
});

test.each([
  ['running', 'runRunning'],
  ['completed', 'runCompleted'],
  ['failed', 'runFailed'],
  ['cancelled', 'runCancelled'],
  ['pending', 'runPending'],
  ['queued', 'runQueued'],
  ['RUNNING', undefined],
  ['skipped', undefined],
  ['toString', undefined],
])('the status %j has the text %s', (status, text) => {
  expect(runStatusText(status)).toBe(text);
});

test('the newest run comes first, and before it what has no time yet', () => {
  const sorted = [
    run({ id: 'b', startedAtMs: null }),
    run({ id: 'a', startedAtMs: null }),
    run({ id: 'c', startedAtMs: START_MS + 1 }),
    run({ id: 'e', startedAtMs: START_MS }),
    run({ id: 'd', startedAtMs: START_MS }),
  ];
  expect([...sorted].reverse().sort(compareRuns)).toEqual(sorted);
  expect(compareRuns(run({ id: 'a' }), run({ id: 'b' }))).toBeGreaterThan(0);
  expect(compareRuns(run(), run())).toBe(0);
});

test('what has no end goes on, whatever its status', () => {
  const runs = [run(), run({ endedAtMs: null }), run({ endedAtMs: null, status: 'failed' })];
  expect(unfinished(runs)).toBe(2);
  expect(unfinished([])).toBe(0);
});

test('credits are of the runs that started at that moment or later', () => {
  const runs = [
    run({ startedAtMs: START_MS + 1, credits: 1.75 }),
    run({ startedAtMs: START_MS, credits: 3.5 }),
    run({ startedAtMs: START_MS - 1, credits: 100 }),
    run({ startedAtMs: null, credits: 100 }),
  ];
  expect(creditsSince(runs, START_MS)).toBe(5.25);
  expect(creditsSince(runs.slice(3), 0)).toBe(0);
  expect(creditsSince([], START_MS)).toBe(0);
});

describe('responder ids are taken', () => {
  test.each([
    ['none', '', []],
    ['white space alone', ' \n\t', []],
    ['one', A, [A]],
    ['with white space around', `\n ${A}\t`, [A]],
    ['between spaces', `${A}   ${B}`, [A, B]],
    ['between commas', `${A},${B}`, [A, B]],
    ['between semicolons', `${A}; ${B};`, [A, B]],
    ['on lines of their own', `${A}\r\n\r\n${B}\n`, [A, B]],
    ['from JSON', JSON.stringify([A, B]), [A, B]],
    ['from a program and a table', `['${A}'] | \`${B}\``, [A, B]],
    ['in smart quotes', `“${A}”, “${B}”`, [A, B]],
    ['with what nobody sees', `\u200b${A}\u00ad\ufeff`, [A]],
    ['in capitals', A.toUpperCase(), [A]],
    ['twice', `${A} ${B} ${A.toUpperCase()}`, [A, B]],
  ])('%s', (_, text, value) => {
    expect(readResponderIds(text)).toEqual({ ok: true, value });
  });
});

test.each([
  'x',
  '???',
  '-',
  '7',
  A.slice(1),
  `${A}0`,
  `0${A}`,
  `${A}-`,
  A.replaceAll('-', ''),
  A.replace('7d', 'zz'),
  `${A}${B}`,
  `${A}, all`,
  `${A}\n${B} é`,
  `{${A}}`,
])('responder ids are refused: %j', (text) => {
  expect(readResponderIds(text)).toEqual({ ok: false, error: 'responderIdsUnreadable' });
});

test('a stored responder is read only as it was saved', () => {
  const refused = { ok: false, error: 'responderIdsUnreadable' };
  expect(readResponderId(A)).toEqual({ ok: true, value: A });
  for (const text of [A.toUpperCase(), ` ${A}`, `${A},`, '']) {
    expect(readResponderId(text)).toEqual(refused);
  }
});

describe('what was stored or sent is read again', () => {
  const open = run({ startedAtMs: null, endedAtMs: null });
  const details = {
    ...{ run: run(), createdAtMs: START_MS, startedAtMs: START_MS + 1, updatedAtMs: null },
    ...{ responderId: B, workspaceId: 'w' },
    detail: { nodes: [{ depth: 0, name: 'a', value: 'b' }], notShown: 0 },
  };
  test.each([
    ['a run', runSchema, open],
    ['runs', agentRunsSchema, { runs: [run(), open], creditsToday: 3.2, isAtLeast: true }],
    ['a nesting', nestingSchema, { nodes: [{ ...open, depth: 0 }], notShown: 3 }],
    ['details', runDetailsSchema, details],
  ])('%s', (_, schema, value) => {
    expect(z.safeParse(schema, JSON.parse(JSON.stringify(value))).data).toEqual(value);
    expect(z.safeParse(schema, { ...value, nodes: 7, runs: 7, run: 7, id: 7 }).success).toBe(false);
  });
});
