import { expect, test } from 'vitest';
import { readHours } from '../../../../lib/core/time/read-hours';

test.each([
  ['8', 28_800],
  ['7:30', 27_000],
  ['7h30', 27_000],
  ['7.5', 27_000],
  ['7,5 h', 27_000],
  [' 40 ', 144_000],
  ['0:05', 300],
  ['', null],
  ['  ', null],
])('%j is %j seconds', (text, seconds) => {
  expect(readHours(text)).toBe(seconds);
});

test.each(['eight', '7:60', '-8', '7:5', '1e3', '8 8', '7.5.1', ':30'])(
  '%j are no hours',
  (text) => {
    expect(readHours(text)).toBeNaN();
  },
);
