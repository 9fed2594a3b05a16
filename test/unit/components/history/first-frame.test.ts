import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Period } from '../../../../lib/core/history/period';
import { session, told } from '../../../support/examples/example-history';
import { historyHtml } from '../../../support/examples/history-markup';

const WEEK: Period = { kind: 'week', from: '2026-03-09' };
const MONTH: Period = { kind: 'month', from: '2026-03-01' };
const records = [told('2026-03-09 23:50', [session('a', '2026-03-09 09:00', '2026-03-09 12:00')])];

test.each([
  { what: 'the first frame of a week has all of it', period: WEEK, days: 7, tables: 2 },
  { what: 'that of a month has its last seven days', period: MONTH, days: 7, tables: 1 },
  {
    what: 'the next one has the rest',
    period: MONTH,
    isFirstFrame: false,
    days: 31,
    tables: 2,
  },
])('$what, with the total of all', ({ period, isFirstFrame = true, days, tables }) => {
  const html = historyHtml({ period, records, now: '2026-04-01 12:00', isFirstFrame });
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  expect(document.querySelectorAll('.history-day')).toHaveLength(days);
  expect(document.querySelectorAll('table')).toHaveLength(tables);
  expect(document.querySelector('.cards time')?.getAttribute('datetime')).toBe('PT10800S');
});
