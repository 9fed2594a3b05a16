import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { localMs, session, told } from '../../../support/examples/example-history';
import { historyHtml } from '../../../support/examples/history-markup';
import { textOf } from '../../../support/examples/popup-markup';

const morning = session('a', '2026-03-09 09:00', '2026-03-09 12:00');
const records = [told('2026-03-09 23:50', [morning])];
const absences = [
  { fromMs: localMs('2026-03-09 10:05'), toMs: localMs('2026-03-09 10:52') },
  { fromMs: localMs('2026-03-09 13:00'), toMs: localMs('2026-03-09 14:00') },
  { fromMs: localMs('2026-03-10 10:00'), toMs: localMs('2026-03-10 11:00') },
];

test.each([
  ['week', '[data-date="2026-03-09"]'],
  ['day', '.hours-of-day'],
] as const)('the picture of a %s has the absences through which a timer ran', (kind, place) => {
  const html = historyHtml({ period: { kind, from: '2026-03-09' }, records, absences });
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const hatched = [...document.querySelectorAll(`${place} .away`)];
  expect(hatched.map((one) => one.getAttribute('title'))).toEqual(['Away 10:05 AM – 10:52 AM']);
  // 10:05 of 24 hours, and 47 minutes.
  expect(hatched[0]?.getAttribute('style')).toMatch(/left: *42\.014%.*width: *3\.264%/);
  const read = [...document.querySelectorAll(`${place} .visually-hidden li`)];
  expect(read.map((one) => textOf(one.innerHTML).trim())).toContain('Away 10:05 AM – 10:52 AM');
  expect(document.querySelectorAll('.away')).toHaveLength(1);
});

const textWith = (options: Partial<Parameters<typeof historyHtml>[0]>) =>
  textOf(
    historyHtml({ period: { kind: 'week', from: '2026-03-09' }, records, absences, ...options }),
  );

test('the row of a session says when nobody was there, and a card for how long in all', () => {
  const text = textWith({});
  expect(text).toMatch(/AD-1 awdawd · tres · funil do abacaxi +away 10:05 AM +– +10:52 AM/);
  expect(text).toMatch(/Away while it ran +0:47:00 +1 absence/);
});

test('an absence through two sessions is one, and what ran between counts only once', () => {
  const noon = session('b', '2026-03-09 12:00', '2026-03-09 12:30');
  const long = [{ fromMs: localMs('2026-03-09 11:50'), toMs: localMs('2026-03-09 13:00') }];
  const both = [told('2026-03-09 23:50', [morning, noon])];
  const text = textWith({ records: both, absences: long });
  expect(text).toMatch(/Away while it ran +0:40:00 +1 absence /);
  expect(text.match(/away \d/g)).toHaveLength(2);
});

test('without an absence there is no such card, nor for another project', () => {
  expect(textWith({ absences: [] })).not.toContain('Away while it ran');
  expect(textWith({ project: 'another' })).not.toContain('Away while it ran');
});

test('an account that hides times shows none of it', () => {
  const hidden = [told('2026-03-09 23:50', [morning], { hidden: true })];
  const text = textWith({ records: hidden });
  expect(text).not.toContain('Away while it ran');
  expect(text).not.toMatch(/away \d/);
});
