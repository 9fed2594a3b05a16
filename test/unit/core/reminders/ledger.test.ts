import { expect, test } from 'vitest';
import {
  type Ledger,
  NO_LEDGER,
  notificationId,
  parseLedger,
  ruleOfNotification,
} from '../../../../lib/core/reminders/ledger';

const ledger: Ledger = {
  told: [{ rule: 'away', occurrence: 'exe 7', toldAtMs: 1_773_421_500_000, isShown: true }],
  open: [{ key: 'run r', sinceMs: 1_773_421_500_000 }],
  mutedUntilMs: 1_773_428_700_000,
};

test('what is stored is read, rules of a later version too', () => {
  expect(parseLedger(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
  const later = { ...ledger, told: [...ledger.told, { ...ledger.told[0], rule: 'break' }] };
  expect(parseLedger(later)).toEqual(later);
});

test.each([undefined, null, 7, 'all', []])('%j is an empty one', (stored) => {
  expect(parseLedger(stored)).toEqual(NO_LEDGER);
});

test('what cannot be read costs nothing else', () => {
  const broken = { told: [null, ...ledger.told, { rule: 'away' }], open: 7, mutedUntilMs: 'soon' };
  expect(parseLedger(broken)).toEqual({ told: ledger.told, open: [], mutedUntilMs: null });
});

test('notifications are known by their ids', () => {
  expect(notificationId('away', 'exe 7')).toBe('olie:away:exe 7');
  expect(ruleOfNotification('olie:still-running:exe:1')).toBe('still-running');
  expect(ruleOfNotification('other:away:exe')).toBeNull();
});
