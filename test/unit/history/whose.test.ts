import { expect, test } from 'vitest';
import { whose } from '../../../entrypoints/history/live-timer';
import type { Person } from '../../../lib/core/history/records';
import { olieFeed } from '../../support/examples/example-feed';

const feed = olieFeed({ connectionId: 'a' });
const person = (id: string, connectionId: string): Person => ({
  id,
  name: id,
  connectionId,
  seenAtMs: 0,
});
const mine = person('mine', 'a');
const other = person('other', 'b');

test('the chosen person counts before the one whose timer is connected', () => {
  expect(whose([other, mine], null, feed)).toBe('mine');
  expect(whose([mine, other], 'other', feed)).toBe('other');
});

test('a chosen person who is not known any more does not count', () => {
  expect(whose([mine], 'other', feed)).toBe('mine');
  expect(whose([mine], 'other', null)).toBe('mine');
  expect(whose([], 'other', null)).toBeNull();
});
