import { expect, test } from 'vitest';
import { isFlat } from '../../../../tools/soak/flat';

test.each([
  { what: 'stays', heap: [8, 8, 8, 8, 8, 8], flat: true },
  { what: 'grows by a tenth while caches fill', heap: [10, 10.5, 11, 11, 11, 11], flat: true },
  { what: 'grows on and on', heap: [8, 9, 10, 11, 12, 13], flat: false },
  { what: 'has garbage now and then', heap: [8, 9, 8, 14, 8, 15], flat: true },
  { what: 'was measured once', heap: [8], flat: true },
])('a heap that $what is flat: $flat', ({ heap, flat }) => {
  expect(isFlat(heap)).toBe(flat);
});
