import { expect, test } from 'vitest';
import { createDates } from '../../../../lib/core/history/dates';
import type { Period } from '../../../../lib/core/history/period';

const TODAY = '2026-11-26';

/** The languages have thin blanks of several kinds around their dashes. */
const plain = (text: string) => text.replace(/\s/g, ' ');

test.each<[string, Period, string]>([
  ['en-US', { kind: 'week', from: '2026-11-23' }, 'November 23 – 29'],
  ['en-GB', { kind: 'week', from: '2026-11-23' }, '23 – 29 November'],
  ['pt-BR', { kind: 'week', from: '2026-11-23' }, '23 – 29 de novembro'],
  ['es', { kind: 'week', from: '2026-11-23' }, '23–29 de noviembre'],
  ['en-US', { kind: 'week', from: '2026-10-26' }, 'October 26 – November 1'],
  ['en-US', { kind: 'week', from: '2025-12-29' }, 'December 29, 2025 – January 4, 2026'],
  ['en-US', { kind: 'week', from: '2026-12-28' }, 'December 28, 2026 – January 3, 2027'],
  ['en-US', { kind: 'week', from: '2025-11-24' }, 'November 24 – 30, 2025'],
  ['en-US', { kind: 'day', from: '2026-11-24' }, 'Tuesday, November 24'],
  ['en-US', { kind: 'day', from: '2025-11-24' }, 'Monday, November 24, 2025'],
  ['pt-BR', { kind: 'month', from: '2026-11-01' }, 'novembro de 2026'],
  ['es', { kind: 'month', from: '2026-11-01' }, 'noviembre de 2026'],
])('in %s, %o is "%s"', (language, period, text) => {
  expect(plain(createDates(language).period(period, TODAY))).toBe(text);
});

test('parts of dates, and several of them', () => {
  const dates = createDates('en-US');
  expect([dates.weekday(TODAY), dates.dayOfMonth(TODAY), dates.dayAndMonth(TODAY)]).toEqual([
    'Thu',
    '26',
    'November 26',
  ]);
  expect([1, 6, 7].map(dates.weekdayName)).toEqual(['Mon', 'Sat', 'Sun']);
  expect(dates.list(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(createDates('pt-BR').list(['a', 'b'])).toBe('a e b');
});
