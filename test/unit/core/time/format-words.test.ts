import { expect, test } from 'vitest';
import { createFormat } from '../../../../lib/core/time/format';
import type { Zone } from '../../../../lib/core/time/time-zone';

const AT_MS = Date.parse('2026-03-13T20:39:59.750Z');
const zone: Zone = { kind: 'named', timeZone: 'America/Sao_Paulo' };
/** Newer ICU data puts a narrow no-break space before "PM", or a no-break one between number and unit. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en', ['S', 'M', 'F']],
  ['pt-BR', ['D', 'S', 'S']],
])('in %s, days have a letter, and one is told from many', (language, letters) => {
  const format = createFormat(language);
  const [sunday, monday, friday] = ['15', '16', '13'].map((day) =>
    Date.parse(`2026-03-${day}T12:00Z`),
  );
  expect([sunday, monday, friday].map((atMs) => format.weekdayLetter(atMs ?? 0))).toEqual(letters);
  expect([1, 1.004, 2, 100].map(format.isOne)).toEqual([true, true, false, false]);
});

test('none is one in Portuguese, and not in English; one and a half neither', () => {
  expect(createFormat('pt-BR').isOne(0)).toBe(true);
  expect(createFormat('en').isOne(0)).toBe(false);
  expect(createFormat('en').isOne(1.5)).toBe(false);
});

test('moments with seconds have them', () => {
  const format = createFormat('en', { hours: '24' });
  expect(plain(format.timeOfDayWithSeconds(AT_MS, zone))).toBe('17:39:59');
  expect(plain(format.ago(3600 * 5))).toBe('5h ago');
});
