import { expect, test } from 'vitest';
import { newestOfEach } from '../../../lib/api/newest-of-each';

interface Row {
  id: string;
  atMs: number | null;
  said: string;
}
const row = (id: string, atMs: number | null, said: string): Row => ({ id, atMs, said });

test.each([
  ['the newest', row('a', 2, 'x'), row('a', 1, 'y')],
  ['the newest, whatever its content', row('a', 2, 'y'), row('a', 1, 'x')],
  ['the newest, even if its number looks smaller', row('a', 10, 'x'), row('a', 9, 'x')],
  ['the one with an age', row('a', 1, 'x'), row('a', null, 'y')],
  ['the one whose content is greater, at the same age', row('a', 1, 'y'), row('a', 1, 'x')],
  ['the one whose content is greater, without ages', row('a', null, 'y'), row('a', null, 'x')],
])('of two rows with one id counts %s', (_, counts, other) => {
  const rest = row('b', 5, 'z');
  const age = ({ atMs }: Row) => atMs;
  expect(newestOfEach([counts, other, rest], age)).toEqual([counts, rest]);
  expect(newestOfEach([rest, other, counts], age)).toEqual([rest, counts]);
});

test('rows without an id are one only if all of them is the same', () => {
  const rows = [row('', 1, 'x'), row('', 1, 'x'), row('', 1, 'y')];
  expect(newestOfEach(rows, () => null)).toEqual([rows[0], rows[2]]);
});
