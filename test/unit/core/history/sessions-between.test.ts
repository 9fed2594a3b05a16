import { expect, test } from 'vitest';
import { countWhile } from '../../../../lib/core/history/count-while';
import { sessionsBetween } from '../../../../lib/core/history/sessions-between';
import { localMs, session, told } from '../../../support/examples/example-history';

const { sessions } = told('2026-03-13 20:00', [
  session('long', '2026-03-10 22:00', '2026-03-12 10:00'),
  session('short', '2026-03-11 09:00', '2026-03-11 10:00'),
  session('early', '2026-03-09 09:00', '2026-03-09 10:00'),
  session('late', '2026-03-13 09:00', '2026-03-13 10:00'),
]);
const between = sessionsBetween(sessions);

const found = (from: string, to: string) => between(localMs(from), localMs(to)).map(({ id }) => id);

test.each([
  { from: '2026-03-09 00:00', to: '2026-03-10 00:00', ids: ['early'] },
  // Until the moment in which it ended, and from that in which it began.
  { from: '2026-03-09 10:00', to: '2026-03-10 00:00', ids: ['early'] },
  { from: '2026-03-09 10:00:01', to: '2026-03-10 00:00', ids: [] },
  { from: '2026-03-08 00:00', to: '2026-03-09 09:00', ids: ['early'] },
  { from: '2026-03-08 00:00', to: '2026-03-09 08:59:59', ids: [] },
  { from: '2026-03-11 00:00', to: '2026-03-12 00:00', ids: ['long', 'short'] },
  // The short one is over by then, but one that began before it is not.
  { from: '2026-03-12 00:00', to: '2026-03-13 00:00', ids: ['long', 'short'] },
  { from: '2026-03-13 00:00', to: '2026-03-14 00:00', ids: ['late'] },
  { from: '2026-03-14 00:00', to: '2026-03-15 00:00', ids: [] },
  { from: '2026-03-08 00:00', to: '2026-03-09 00:00', ids: [] },
])('from $from to $to there may be $ids', ({ from, to, ids }) => {
  expect(found(from, to)).toEqual(ids);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])('the first %i of seven rows are counted', (count) => {
  expect(countWhile([0, 1, 2, 3, 4, 5, 6], (row) => row < count)).toBe(count);
});

test('one that ends before its start may lie in the day of its end, and one of no length at a midnight before it', () => {
  const odd = told('2026-03-13 20:00', [
    session('back', '2026-03-13 09:00', '2026-03-12 09:00'),
    session('none', '2026-03-13 00:00', '2026-03-13 00:00'),
  ]);
  const ids = sessionsBetween(odd.sessions)(
    localMs('2026-03-12 00:00'),
    localMs('2026-03-13 00:00'),
  );
  expect(ids.map(({ id }) => id)).toEqual(['back', 'none']);
});
