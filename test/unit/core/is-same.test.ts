import { expect, test } from 'vitest';
import { isSame } from '../../../lib/core/is-same';

test.each([
  [1, 1],
  ['a', 'a'],
  [null, null],
  [{}, {}],
  [
    [1, [2]],
    [1, [2]],
  ],
  [
    { a: 1, b: { c: null } },
    { b: { c: null }, a: 1 },
  ],
])('%j is %j', (a, b) => {
  expect(isSame(a, b)).toBe(true);
});

test.each([
  [1, 2],
  [1, '1'],
  [null, {}],
  [{}, null],
  [[1, 2], [1]],
  [[1], [1, 2]],
  [{ a: 1 }, { a: 2 }],
  [{ a: undefined }, { b: undefined }],
  [{ a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }],
])('%j is not %j', (a, b) => {
  expect(isSame(a, b)).toBe(false);
});
