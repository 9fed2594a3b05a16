import { afterEach, describe, expect, test, vi } from 'vitest';
import { absolute, printLines, relative } from '../../../tools/line';

describe('a figure must not exceed its limit', () => {
  test.each([
    [1, 2, true],
    [2, 2, true],
    [2.01, 2, false],
    [0, 0, true],
    [1, 0, false],
    [1_000_000, undefined, true],
    [Number.NaN, 2, false],
  ])('%s with the limit %s: %s', (figure, limit, ok) => {
    expect(absolute('x', figure, limit).ok).toBe(ok);
  });
});

describe('beside a reference, the limit holds for the ratio', () => {
  test.each([
    [125, 100, 1.25, 1.25, true],
    [126, 100, 1.25, 1.26, false],
    [50, 100, 1.25, 0.5, true],
    [900, 100, undefined, 9, true],
    [0, 0, 1.25, Number.NaN, false],
    [5, 0, 1.25, Number.POSITIVE_INFINITY, false],
  ])('%s beside %s with the limit %s: %s, %s', (figure, reference, limit, ratio, ok) => {
    expect(relative('x', figure, reference, limit)).toMatchObject({ ratio, ok, limit });
  });
});

describe('the table', () => {
  const { exitCode } = process;
  afterEach(() => {
    process.exitCode = exitCode;
  });

  test('has a row for each line, with two decimals', () => {
    const table = vi.spyOn(console, 'table').mockReturnValue();
    printLines([relative('digits, ms', 125.456, 100, 1.3), absolute('heap, MB', 1.2)]);
    expect(table.mock.calls[0]?.[0]).toEqual({
      'digits, ms': { figure: 125.46, reference: 100, ratio: 1.25, limit: 1.3, ok: true },
      'heap, MB': { figure: 1.2, ok: true },
    });
    expect(process.exitCode).toBe(exitCode);
  });

  test('makes the process end with 1 if a limit is exceeded', () => {
    vi.spyOn(console, 'table').mockReturnValue();
    printLines([absolute('heap, MB', 1.2), absolute('writes', 1, 0)]);
    expect(process.exitCode).toBe(1);
  });
});
