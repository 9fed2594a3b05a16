import { describe, expect, test } from 'vitest';
import { parseTimer } from '../../../../lib/api/olie/answer';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import { documented } from '../../../support/examples/documented-timer';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';

const [newest, oldest] = example.recent_executions;
const parse = (patch: object) => parseTimer({ ...example, ...patch }, ANSWERED_AT_MS, 'asked');

describe('of two rows with the same id', () => {
  const finish = (row: object) =>
    parse({ recent_executions: [newest, oldest, row] }).recent.map(
      ({ finishedAtMs }) => finishedAtMs,
    );
  const [first, second] = documented.recent.map(({ finishedAtMs }) => finishedAtMs);

  test.each([
    [
      'the later finish counts',
      { finished_at: '2026-03-13T20:39:30Z' },
      Date.parse('2026-03-13T20:39:30Z'),
    ],
    ['the earlier finish does not', { finished_at: '2026-03-13T20:38:00Z' }, first],
    ['one without a finish does not', { finished_at: null }, first],
    [
      'one that was adjusted to an earlier finish does',
      { finished_at: '2026-03-13T18:00:00Z', finished_at_real: newest?.finished_at },
      Date.parse('2026-03-13T18:00:00Z'),
    ],
  ])('%s', (_, patch, finishedAtMs) => {
    expect(finish({ ...newest, ...patch })).toEqual([finishedAtMs, second]);
  });
});

test('sessions without ids count, also while something without an id runs', () => {
  const recent_executions = [newest, oldest].map((row) => ({ ...row, id: null }));
  const current_execution = { ...example.current_execution, id: null };
  expect(parse({ current_execution, recent_executions }).recent).toMatchObject([
    { finishedAtMs: Date.parse('2026-03-13T20:39:00Z') },
    { finishedAtMs: Date.parse('2026-03-13T15:20:03Z') },
  ]);
});

describe('whatever their order in the answer', () => {
  const of = (row: object | undefined, id: string) => ({ ...row, user: { id, name: id } });
  const [late, early] = [of(newest, 'late'), of(oldest, 'early')].map((row) => ({
    ...row,
    user_id: null,
  }));
  const began = (id: string, at: string) => ({ ...newest, id, started_at: `2026-03-13T${at}Z` });
  const [first, last] = [began('first', '16:00:39'), began('last', '18:00:00')];
  const read = (...recent_executions: unknown[]) =>
    parse({ current_execution: null, recent_executions });

  test('the user is the one of the session that ended last', () => {
    for (const rows of [
      [early, late],
      [late, early],
    ]) {
      expect(read(...rows)).toMatchObject({ userId: 'late', user: { name: 'late' } });
    }
  });

  test('of sessions that ended together, the one that began last comes first', () => {
    for (const rows of [
      [first, last],
      [last, first],
    ]) {
      expect(read(...rows).recent.map(({ id }) => id)).toEqual(['last', 'first']);
    }
  });
});
