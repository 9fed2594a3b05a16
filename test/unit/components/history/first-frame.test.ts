import { parseHTML } from 'linkedom';
import { h } from 'preact';
import { expect, test } from 'vitest';
import { Later } from '../../../../components/history/later';
import type { Period } from '../../../../lib/core/history/period';
import { drawn } from '../../../support/examples/drawn';
import { session, told } from '../../../support/examples/example-history';
import { historyHtml } from '../../../support/examples/history-markup';

const WEEK: Period = { kind: 'week', from: '2026-03-09' };
const MONTH: Period = { kind: 'month', from: '2026-03-01' };
const records = [told('2026-03-09 23:50', [session('a', '2026-03-09 09:00', '2026-03-09 12:00')])];

test.each([
  { what: 'the first frame of a week has its last two days', period: WEEK, days: 2, tables: 1 },
  { what: 'so has that of a month', period: MONTH, days: 2, tables: 1 },
  {
    what: 'the next one of a week has the rest',
    period: WEEK,
    isFirstFrame: false,
    days: 7,
    tables: 2,
  },
  {
    what: 'the next one of a month has the rest',
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

test('the first frame of a step leaves what is out of sight as it was', async () => {
  const later = (isLater: boolean, text: string) =>
    h(Later, { isLater, children: h('p', null, text) });
  const page = await drawn(later(true, 'Monday'));
  expect(page.text()).toBe('');
  await page.redraw(later(false, 'Monday'));
  expect(page.text()).toBe('Monday');
  await page.redraw(later(true, 'Tuesday'));
  expect(page.text()).toBe('Monday');
  await page.redraw(later(false, 'Tuesday'));
  expect(page.text()).toBe('Tuesday');
});
