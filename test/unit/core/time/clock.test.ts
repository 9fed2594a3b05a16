import { expect, test } from 'vitest';
import { readSeconds, runningFrom, standing } from '../../../../lib/core/time/clock';

test('a standing clock shows its seconds at any moment', () => {
  expect(readSeconds(standing(27_734), 0)).toBe(27_734);
  expect(readSeconds(standing(27_734), 1e12)).toBe(27_734);
});

test('a clock says whether it stands or runs: views tick for one that runs', () => {
  expect(standing(5)).toEqual({ kind: 'standing', seconds: 5 });
  expect(runningFrom(5000)).toEqual({ kind: 'running', zeroAtMs: 5000 });
});

test.each([
  { atMs: 10_000, seconds: 0 },
  { atMs: 10_999, seconds: 0 },
  { atMs: 11_000, seconds: 1 },
  { atMs: 9_000, seconds: 0 },
])('a clock that was zero at 10 s shows $seconds s at $atMs ms', ({ atMs, seconds }) => {
  expect(readSeconds(runningFrom(10_000), atMs)).toBe(seconds);
});
