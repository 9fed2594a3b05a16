import { expect, test } from 'vitest';
import { localMs } from '../../../support/examples/example-history';
import { decided, ledgerOf } from '../../../support/examples/reminder-facts';

const OLD_S = 10 * 60;
const told = ledgerOf(2, '2026-02-10 12:00');
const open = [{ key: 'workflow-failed w', sinceMs: localMs('2026-02-10 12:00') }];

test.each([
  { after: 'an answer', ageS: 0, isForgotten: true },
  { after: 'a long silence, by a clock that may be wrong', ageS: OLD_S, isForgotten: false },
  { after: 'the timer was disconnected', ageS: OLD_S, isConnected: false, isForgotten: true },
])('after $after, what was told a month ago is forgotten: $isForgotten', (facts) => {
  const { isForgotten, ...rest } = facts;
  for (const isOn of [true, false]) {
    const one = { ...rest, ledger: { ...told, open }, reminders: { isOn } };
    expect(decided({ ...one, at: '2026-03-12 11:59' }).ledger.told).toEqual(told.told);
    const { ledger } = decided({ ...one, at: '2026-03-12 12:00' });
    expect(ledger.told).toEqual(isForgotten ? [] : told.told);
    expect(ledger.open).toEqual(isForgotten || !isOn ? [] : open);
  }
});
