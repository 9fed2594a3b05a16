import { describe, expect, test } from 'vitest';
import { absolute, relative } from '../../../../tools/bench/line';

describe('a figure of its own is held to its limit', () => {
  test.each([
    [1, 2, true],
    [2, 2, true],
    [2.01, 2, false],
    [0, 0, true],
    [1, 0, false],
    [1_000_000, null, true],
    [Number.NaN, 2, false],
  ])('%s, at most %s: %s', (figure, limit, ok) => {
    expect(absolute('x', figure, 'ms', limit).ok).toBe(ok);
  });
});

describe('beside a reference, what is limited is the ratio', () => {
  test.each([
    [125, 100, 1.25, 1.25, true],
    [126, 100, 1.25, 1.26, false],
    [50, 100, 1.25, 0.5, true],
    [900, 100, null, 9, true],
    [0, 0, 1.25, Number.NaN, false],
    [5, 0, 1.25, Number.POSITIVE_INFINITY, false],
  ])('%s beside %s, at most %s times: %s, %s', (figure, reference, limit, ratio, ok) => {
    expect(relative('x', figure, reference, 'ms', limit)).toMatchObject({ ratio, ok, limit });
  });
});
