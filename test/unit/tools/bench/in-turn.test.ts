import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inTurn, median } from '../../../../tools/bench/in-turn';

describe('the median', () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 9, 100], 10],
    [[4, 1, 3, 2], 3],
  ])('of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  test('of nothing is none', () => {
    expect(() => median([])).toThrow('Nothing was measured');
  });
});

describe('in turn', () => {
  beforeEach(() => {
    // What it tells whoever waits.
    vi.spyOn(console, 'error').mockReturnValue();
  });

  test('each is measured after the other, and its first value does not count', async () => {
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

  test('what takes long is measured three times, the others as often as ever', async () => {
    const found = await inTurn({ long: async () => 5000, short: async () => 1 }, (ms) => ms > 3000);
    expect(found.long).toHaveLength(3);
    expect(found.short).toHaveLength(15);
  });

  test('what took long once is measured on', async () => {
    let calls = 0;
    const found = await inTurn({ a: async () => (++calls === 2 ? 5000 : 1) }, (ms) => ms > 3000);
    expect(found.a).toHaveLength(15);
  });
});
