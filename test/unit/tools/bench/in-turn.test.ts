import { expect, test, vi } from 'vitest';
import { inTurn } from '../../../../tools/bench/in-turn';

test('each is measured after the other, fifteen times after one that does not count', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const order: string[] = [];
  let calls = 0;
  const found = await inTurn({
    a: async () => order.push('a'),
    b: async () => {
      order.push('b');
      calls += 1;
      return calls;
    },
  });
  expect(order.join('')).toBe('ab'.repeat(16));
  expect(found.b).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
});
