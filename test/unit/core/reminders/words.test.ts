import { expect, test } from 'vitest';
import { inOneLine, lengthText, momentText, workName } from '../../../../lib/core/reminders/words';
import { createFormat } from '../../../../lib/core/time/format';
import { localMs, SAO_PAULO } from '../../../support/examples/example-history';
import { textsOf } from '../../../support/examples/texts';

const words = { t: textsOf('en'), format: createFormat('en', { hours: '24' }) };

test.each([
  [' Kit\n\t da  Ana ', 'Kit da Ana'],
  ['x'.repeat(101), 'x'.repeat(100)],
  // One character of two units.
  ['🙂'.repeat(101), '🙂'.repeat(100)],
  ['', ''],
])('%j is %j in one line', (name, line) => {
  expect(inOneLine(name)).toBe(line);
});

test.each([
  ['AD-1', 'Site', 'AD-1 Site'],
  ['', ' Site\nof Bia', 'Site of Bia'],
  ['', ' ', 'No project named'],
])('work on %j %j is called %s', (projectCode, projectName, name) => {
  expect(workName({ projectCode, projectName }, words)).toBe(name);
});

test.each([
  ['2026-03-13 00:00', '00:00'],
  ['2026-03-13 23:59', '23:59'],
  ['2026-03-12 23:59', 'Thu, Mar 12, 23:59'],
  ['2026-03-14 00:00', 'Sat, Mar 14, 00:00'],
])('on 13 March, %s is "%s"', (at, text) => {
  expect(momentText(localMs(at), localMs('2026-03-13 14:00'), SAO_PAULO, words)).toBe(text);
});

test.each([
  [0, '0:00'],
  [59_999, '0:00'],
  [60_000, '0:01'],
  [4 * 3_600_000 - 1, '3:59'],
  [-1, '0:00'],
  [-3_600_000, '0:00'],
])('%i ms are %s', (lengthMs, text) => {
  expect(lengthText(1000, 1000 + lengthMs, words)).toBe(text);
});
