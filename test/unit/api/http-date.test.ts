import { expect, test } from 'vitest';
import { readHttpDate } from '../../../lib/api/http-date';

test.each([
  'Sun, 06 Nov 1994 08:49:37 GMT',
  // Two older forms, which nobody should send, and everybody must read.
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Sun Nov  6 08:49:37 1994',
])('%s is that moment', (date) => {
  expect(readHttpDate(date)).toBe(784_111_777_000);
});

test('an older form with a day of two digits is read', () => {
  expect(readHttpDate('Wed Nov 16 08:49:37 1994')).toBe(784_975_777_000);
});

// Some servers send it twice, as PHP's own does with a framework's, and browsers join what they get.
test.each([
  'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:38 GMT',
  'Sun Nov  6 08:49:37 1994, Sun, 06 Nov 1994 08:49:38 GMT',
])('of two dates the first one counts: %s', (dates) => {
  expect(readHttpDate(dates)).toBe(784_111_777_000);
});

test.each([
  ...['', '1', '2026', 'soon', '2026-03-13T20:39:59Z', 'March 13, 2026', '13 March 2026 20:39'],
  ...['Fri, 13 Mar 2026', 'Fri, 13 Mar 2026 20:39:59', 'Fri, 13 Mar 2026 20:39:59 +0100'],
  ...['13 Mar 2026 20:39:59 GMT', 'on Fri, 13 Mar 2026 20:39:59 GMT', 'Fri, 13 Mar 2026 20:39 GMT'],
  ...['Fri, 13 Mar 2026 20:39:59 GMT+1', 'Fri, 13 Mar 2026 20:39:59 GMT (winter)'],
])('%j is no date of HTTP', (text) => {
  expect(readHttpDate(text)).toBeNaN();
});
