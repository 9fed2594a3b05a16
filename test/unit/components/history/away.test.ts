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
