import { describe, expect, test } from 'vitest';
import { parseWorkflow } from '../../../../lib/api/b3os/answer';
import made from '../../../fixtures/b3os-public-execution.made.json' with { type: 'json' };

/** The events of the made example with these in their place. */
const read = (events: unknown[]) => parseWorkflow({ data: { ...made.data, events } }).events;

describe('of many events the newest 200 are kept, oldest first', () => {
  const at = (second: number) => ({ id: second, createdAt: new Date(second * 1000).toISOString() });
  const oldestFirst = Array.from({ length: 300 }, (_, index) => at(index + 1));
  const last200 = oldestFirst.slice(-200);
  const withLast = [...oldestFirst.slice(-199), { id: 'x' }];
  test.each([
    ['oldest first', oldestFirst, last200],
    ['newest first', [...oldestFirst].reverse(), last200],
    [
      'newest first, several at a time',
      oldestFirst.map(({ id }) => ({ ...at(Math.ceil(id / 3)), id })).reverse(),
      last200,
    ],
    [
      'newest first, some without a time',
      [{ id: 'x' }, ...[...oldestFirst].reverse(), { id: 'y' }],
      withLast,
    ],
    ['without times', oldestFirst.map(({ id }) => ({ id })), last200],
    ['one without a time stays behind the one before it', [...oldestFirst, { id: 'x' }], withLast],
    ['several at a time', oldestFirst.map(({ id }) => ({ ...at(Math.ceil(id / 3)), id })), last200],
    ['all at one time', oldestFirst.map(({ id }) => ({ ...at(7), id })), last200],
    ['in no order', [...oldestFirst].sort((a, b) => (a.id % 7) - (b.id % 7)), last200],
  ])('%s', (_, events, kept) => {
    const found = read(events);
    expect(found.map(({ id }) => id)).toEqual(kept.map(({ id }) => String(id)));
  });
});

test('of two rows of one event, the one with the later time counts, or with a time at all', () => {
  const row = (title: string, createdAt: string | null) => ({ id: 'evt', title, createdAt });
  const late = row('late', '2026-03-13T22:00:00Z');
  for (const other of [row('early', '1999-03-13T22:00:00Z'), row('without', null)]) {
    for (const events of [
      [late, other],
      [other, late],
    ]) {
      expect(read(events)).toMatchObject([{ title: 'late' }]);
    }
  }
});
