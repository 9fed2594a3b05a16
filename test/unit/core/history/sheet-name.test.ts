import { expect, test } from 'vitest';
import { sheetName } from '../../../../lib/core/history/sheet-name';

const WEEK = ['2026-11-16', '2026-11-17', '2026-11-22'];

test.each([
  [['2026-11-16'], null, 'olie-timer-2026-11-16.csv'],
  [WEEK, null, 'olie-timer-2026-11-16-to-2026-11-22.csv'],
  [WEEK, { code: 'PC001', name: 'Site' }, 'olie-timer-2026-11-16-to-2026-11-22-PC001.csv'],
  [['2026-11-16'], { code: '', name: 'Ação: "1/2"' }, 'olie-timer-2026-11-16-Ação-1-2.csv'],
  [['2026-11-16'], { code: '../..', name: 'Site' }, 'olie-timer-2026-11-16.csv'],
  [['2026-11-16'], { code: '', name: '' }, 'olie-timer-2026-11-16.csv'],
  [
    ['2026-11-16'],
    { code: 'x'.repeat(2_000), name: '' },
    `olie-timer-2026-11-16-${'x'.repeat(60)}.csv`,
  ],
])('the sheet of %j and %j is %s', (dates, project, name) => {
  expect(sheetName(dates, project)).toBe(name);
});
