import { expect, test } from 'vitest';
import { session, told } from '../../../support/examples/example-history';
import { historyPage } from '../../../support/examples/history-markup';

const MONDAY = told('2026-03-09 23:59', [session('a', '2026-03-09 09:00', '2026-03-09 12:00')]);
const TUESDAY = told('2026-03-10 23:59', [session('b', '2026-03-10 09:00', '2026-03-10 10:00')]);
const NOTHING = told('2026-03-11 23:59', []);

test('the average is over the days with time, and says how many they are', () => {
  const { texts, seconds } = historyPage({
    period: { kind: 'week', from: '2026-03-09' },
    records: [MONDAY, TUESDAY, NOTHING],
  });
  expect(seconds('.cards .card:nth-child(2)')).toEqual([7200]);
  expect(texts('.cards .card:nth-child(2) p')).toContain('over 2 days with time');
});
