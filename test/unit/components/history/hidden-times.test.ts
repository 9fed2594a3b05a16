import { expect, test } from 'vitest';
import { type Live, liveOf } from '../../../../lib/core/history/live';
import type { Period } from '../../../../lib/core/history/period';
import type { Records } from '../../../../lib/core/history/records';
import { sheetRows } from '../../../../lib/core/history/sheet-rows';
import { localMs, PERSON, session, told } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE, exampleTimer } from '../../../support/examples/example-timer';
import { historyPage, shownHistory } from '../../../support/examples/history-markup';

const WEEK: Period = { kind: 'week', from: '2026-03-09' };
const morning = session('a', '2026-03-09 09:00', '2026-03-09 12:00');
const site = session('c', '2026-03-10 13:00', '2026-03-10 17:00', { hourlyRate: 60 });
const answers = [told('2026-03-09 23:50', [morning]), told('2026-03-10 23:50', [site])];

test('an account that hides times shows what, and no duration or time of day', () => {
  const hidden = told('2026-03-09 23:50', [{ ...morning, recordedStartMs: 0 }], { hidden: true });
  const { html, text } = historyPage({ period: WEEK, records: [hidden] });
  expect(text).toContain('Your account hides times');
  expect(text).toContain('AD-1 awdawd');
  expect(html).not.toContain('<time');
  expect(text).not.toMatch(/\d:\d\d|%/);
});

test('its days leave without times, also those from before it hid them or beside one that it hides', () => {
  const live = liveOf(
    exampleTimer({ hidden: true }),
    null,
    localMs('2026-03-13 18:00'),
    PERSON,
    EXAMPLE_ZONE,
  );
  const hiddenDay = told('2026-03-10 23:50', [site], { hidden: true });
  const of = (records: Records[], by: Live | null) =>
    sheetRows(shownHistory({ period: WEEK, records, live: by }).days, 0);
  for (const rows of [of(answers, live), of([...answers, hiddenDay], null)]) {
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows)
      expect(row).toMatchObject({ seconds: null, startMs: null, amount: null });
  }
});
