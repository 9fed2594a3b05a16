import { expect, test } from 'vitest';
import { byVersion, listOf } from '../../../../lib/core/settings/by-version';

const old = { version: 1 };
const own = { version: 3 };
const newer = { version: 4 };

test.each([
  ['what is in use comes first', own, [old], { readable: [own, old], newer: [] }],
  ['what is newer is kept apart', own, [newer, old], { readable: [own, old], newer: [newer] }],
  ['also what is in use', newer, [own], { readable: [own], newer: [newer] }],
  ['nothing is in use', undefined, [newer], { readable: [undefined], newer: [newer] }],
  ['without a version it is of the first', { a: 1 }, [], { readable: [{ a: 1 }], newer: [] }],
  ['a version that is none', { version: '9' }, [], { readable: [{ version: '9' }], newer: [] }],
  ['nothing was set aside', own, 'no list', { readable: [own], newer: [] }],
])('%s', (_, stored, setAside, sorted) => {
  expect(byVersion(stored, setAside, 3)).toEqual(sorted);
});

test('anything but a list is an empty one', () => {
  expect(listOf([1])).toEqual([1]);
  for (const value of [undefined, null, 'ab', { length: 1 }]) expect(listOf(value)).toEqual([]);
});
