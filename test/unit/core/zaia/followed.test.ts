import { describe, expect, test } from 'vitest';
import { FAILURE_KINDS, type FailureKind } from '../../../../lib/core/feeds/failure';
import {
  type AgentRuns,
  agentRunsSchema,
  type Followed,
  knownRuns,
  type Run,
} from '../../../../lib/core/zaia/agent-runs';
import {
  followedWith,
  isSettled,
  MOST_FOLLOWED,
  stillFollowed,
} from '../../../../lib/core/zaia/followed';
import { type ZaiaConnection, zaia } from '../../../../lib/core/zaia/zaia';
import * as z from '../../../../lib/core/zod';

const run = (id: string, patch: Partial<Run> = {}): Run => ({
  ...{ id, startedAtMs: 1000, endedAtMs: null, status: 'running' },
  ...{ credits: 0, isAgentic: false, isPurged: false },
  ...patch,
});
const data = (runs: Run[], followed?: Followed[]): AgentRuns => ({
  ...{ runs, creditsToday: 0, isAtLeast: false },
  ...(followed && { followed }),
});
const row = (id: string, patch: Partial<Followed> = {}): Followed => ({
  ...{ id, run: null, failure: null },
  ...patch,
});
const connection = (followed?: string[]): ZaiaConnection => ({
  ...{ id: 'z', kind: 'zaia', address: 'https://zaia.test', token: 'key' },
  ...{ responderIds: [], show: 10 },
  ...(followed && { followed }),
});
const twenty = Array.from({ length: MOST_FOLLOWED }, (_, n) => `run-${n}`);

describe('a run is asked for again', () => {
  const ended = run('a', { endedAtMs: 2000, status: 'completed' });
  const asked: FailureKind[] = [
    ...(['offline', 'network', 'timeout', 'intercepted', 'storage'] as const),
    ...(['too-many-requests', 'server-error', 'unexpected-answer'] as const),
    'refused',
  ];

  test('before it has answered, and while it goes on', () => {
    expect(isSettled(row('a'))).toBe(false);
    expect(isSettled(row('a', { run: run('a') }))).toBe(false);
  });

  test('never once it has ended', () => {
    expect(isSettled(row('a', { run: ended }))).toBe(true);
  });

  test.each(FAILURE_KINDS)('after %s only if trying again may help', (failure) => {
    expect(isSettled(row('a', { run: run('a'), failure }))).toBe(!asked.includes(failure));
  });
});

describe('following', () => {
  test('puts the newest first', () => {
    expect(followedWith(undefined, 'a', true)).toEqual(['a']);
    expect(followedWith(['a'], 'b', true)).toEqual(['b', 'a']);
  });

  test('the same run again changes nothing, also if there are twenty', () => {
    expect(followedWith(['b', 'a'], 'a', true)).toEqual(['b', 'a']);
    expect(followedWith(twenty, 'run-7', true)).toEqual(twenty);
  });

  test('a 21st is refused, and there is room again after one is left', () => {
    expect(followedWith(twenty, 'one more', true)).toBeNull();
    const left = followedWith(twenty, 'run-7', false) ?? [];
    expect(left).toHaveLength(19);
    expect(followedWith(left, 'one more', true)).toHaveLength(20);
  });

  test('no longer, of a run that is not followed, changes nothing', () => {
    expect(followedWith(['a'], 'b', false)).toEqual(['a']);
  });
});

describe('what is known of the followed runs', () => {
  test('is what was answered, in the order of the settings', () => {
    const known = data([], [row('a', { failure: 'timeout' }), row('b'), row('gone')]);
    expect(stillFollowed(['b', 'a'], known)).toEqual([row('b'), row('a', { failure: 'timeout' })]);
  });

  test('begins with what the list has', () => {
    const known = data([run('a', { credits: 3 })]);
    expect(stillFollowed(['a', 'b'], known)).toEqual([
      row('a', { run: run('a', { credits: 3 }) }),
      row('b'),
    ]);
    expect(stillFollowed(['a'], null)).toEqual([row('a')]);
    expect(stillFollowed(undefined, known)).toEqual([]);
  });

  test('never more than twenty', () => {
    expect(stillFollowed([...twenty, 'one more'], null)).toHaveLength(20);
  });

  test.each([
    { what: 'followed', before: undefined, followed: ['a'], after: [row('a')] },
    {
      what: 'no longer followed',
      before: [row('a'), row('b')],
      followed: ['b'],
      after: [row('b')],
    },
    { what: 'the last one left', before: [row('a')], followed: [], after: [] },
    { what: 'as before', before: [row('a')], followed: ['a'], after: [row('a')] },
  ])('fits the settings: $what', ({ before, followed, after }) => {
    expect(zaia.fit?.(data([], before), connection(followed))).toEqual(data([], after));
  });

  test('stays as it is if nothing was ever followed', () => {
    const known = data([run('a')]);
    expect(zaia.fit?.(known, connection())).toBe(known);
  });
});

test('a followed run is counted once, as it was answered last', () => {
  const ended = run('a', { endedAtMs: 2000 });
  const followed = [row('a', { run: ended }), row('not yet known'), row('c', { run: run('c') })];
  const known = data([run('a'), run('b')], followed);
  expect(knownRuns(known).map(({ id, endedAtMs }) => [id, endedAtMs])).toEqual([
    ['a', 2000],
    ['c', null],
    ['b', null],
  ]);
  expect(zaia.ongoing(known)).toBe(2);
  expect(zaia.ongoing(data([run('a'), run('b')]))).toBe(2);
});

describe('what is stored', () => {
  test('of an older version has no followed runs', () => {
    const stored = data([run('a')]);
    expect(z.parse(agentRunsSchema, stored)).toEqual(stored);
    expect(z.parse(zaia.connectionSchema, connection())).toEqual(connection());
  });

  test('comes back whole', () => {
    const stored = data([], [row('a', { run: run('a', { parentId: 'p' }), failure: 'timeout' })]);
    expect(z.parse(agentRunsSchema, JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    const own = connection(['a', 'b']);
    expect(z.parse(zaia.connectionSchema, JSON.parse(JSON.stringify(own)))).toEqual(own);
  });
});
