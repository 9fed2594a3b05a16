import { expect, test } from 'vitest';
import { secondsIn } from '../../../../lib/core/history/seconds-in';

const one = { startedAtMs: 10_500, finishedAtMs: 20_400 };

test.each([
  ['all of it', 0, 30_000, 9],
  ['its first half', 0, 15_000, 4],
  ['its second half', 15_000, 30_000, 5],
  ['what lies within', 12_500, 14_500, 2],
  ['nothing before it', 0, 10_500, 0],
  ['nothing after it', 20_400, 30_000, 0],
  ['nothing of no time', 15_000, 15_000, 0],
  ['nothing backwards', 16_000, 12_000, 0],
])('%s', (_, fromMs, toMs, seconds) => {
  expect(secondsIn(one, fromMs, toMs)).toBe(seconds);
});

test('seconds are counted from its own start, whatever the clock says', () => {
  const odd = { startedAtMs: 10_250, finishedAtMs: 20_000 };
  expect(secondsIn(odd, 0, 11_249)).toBe(0);
  expect(secondsIn(odd, 0, 11_250)).toBe(1);
});

test('what ends before its start lasts no time', () => {
  expect(secondsIn({ startedAtMs: 20_000, finishedAtMs: 10_000 }, 0, 30_000)).toBe(0);
  expect(secondsIn({ startedAtMs: 20_000, finishedAtMs: 20_000 }, 0, 30_000)).toBe(0);
});
