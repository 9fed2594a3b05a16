import { expect, test } from 'vitest';
import { readHours } from '../../../../lib/core/time/read-hours';

test.each([
  ['8', 28_800],
  ['7:30', 27_000],
  ['7h30', 27_000],
  ['7.5', 27_000],
  ['7,5 h', 27_000],
  ['7.25', 26_100],
  ['12:30', 45_000],
  ['168:00', 604_800],
  [' 40 ', 144_000],
  ['0:05', 300],
  ['', null],
  ['  ', null],
])('%j is %j seconds', (text, seconds) => {
  expect(readHours(text)).toBe(seconds);
});

test.each([
  ...['eight', '7:60', '-8', '7:5', '1e3', '8 8', '7.5.1', ':30'],
  ...['-7:30', '1234:30', '7:300', '7:30 h', '1234', '7.12345', 'h'],
])('%j are no hours', (text) => {
  expect(readHours(text)).toBeNaN();
});
