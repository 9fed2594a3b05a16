import { expect, test } from 'vitest';
import { timeStyleChoices } from '../../../../lib/core/time/time-style';
import * as z from '../../../../lib/core/zod';

const isRight = (style: object) => z.safeParse(z.object(timeStyleChoices), style).success;

test.each([
  {},
  { hours: 'language' },
  { hours: '12' },
  { hours: '24' },
  { durations: 'clock' },
  { hours: '24', durations: 'decimal' },
])('times can be written as %j says', (style) => {
  expect(isRight(style)).toBe(true);
});

test.each([
  { hours: '10' },
  { hours: 24 },
  { hours: null },
  { durations: 'minutes' },
  { hours: '12', durations: true },
])('times cannot be written as %j says', (style) => {
  expect(isRight(style)).toBe(false);
});
