import { expect, test } from 'vitest';
import {
  isTold,
  type Ledger,
  mergedLedger,
  NO_LEDGER,
  notificationId,
  parseLedger,
  pruned,
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
  expect(ruleOfNotification('x olie:away:exe')).toBeNull();
});

test('of very many rows, the last ones are read', () => {
  const [told] = ledger.told;
  const many = Array.from({ length: 5_000 + 2 }, (_, index) => ({
    ...told,
    occurrence: `${index}`,
  }));
  const { told: read } = parseLedger({ ...ledger, told: many });
  expect(read).toHaveLength(5_000);
  expect(read[0]?.occurrence).toBe('2');
});

test('rows without one of their fields are none', () => {
  expect(parseLedger({ ...ledger, open: [{ key: 'a' }, { sinceMs: 1 }] }).open).toEqual([]);
});

test('what was told by one of two ledgers is told, once', () => {
  const [told] = ledger.told;
  if (told === undefined) throw new Error('The example has one');
  const other = { ...told, occurrence: 'exe 8' };
  const back = {
    told: [told, other],
    open: [...ledger.open, { key: 'w', sinceMs: 7 }],
    mutedUntilMs: 9,
  };
  const now: Ledger = { ...ledger, mutedUntilMs: null };
  expect(mergedLedger(now, back)).toEqual({
    told: [other, told],
    open: [{ key: 'w', sinceMs: 7 }, ...ledger.open],
    mutedUntilMs: 9,
  });
  expect(mergedLedger(ledger, back).mutedUntilMs).toBe(ledger.mutedUntilMs);
  expect(isTold(now, 'away', 'exe 7')).toBe(true);
  expect(isTold(now, 'goal', 'exe 7')).toBe(false);
  expect(isTold(now, 'away', 'exe 8')).toBe(false);
});

test('after thirty days, what does not hold any more is forgotten', () => {
  const days = (count: number) => 1_773_421_500_000 + count * 86_400_000;
  expect(pruned(ledger, () => false, days(29))).toBe(ledger);
  expect(pruned(ledger, () => false, days(31))).toEqual({ ...ledger, told: [], open: [] });
  expect(pruned(ledger, () => true, days(31))).toEqual({ ...ledger, open: [] });
  expect(pruned({ ...ledger, open: [] }, () => true, days(31)).told).toEqual(ledger.told);
});

test('fields of a later version stay, in each row too', () => {
  const later = {
    ...ledger,
    snoozed: 7,
    told: ledger.told.map((one) => ({ ...one, clicked: true })),
    open: ledger.open.map((one) => ({ ...one, label: 'r' })),
  };
  expect(parseLedger(later)).toEqual(later);
  const now = { ...ledger, snoozed: 8 };
  const back = { ...ledger, snoozed: 7, older: 1 };
  expect(mergedLedger(now, back)).toEqual({ ...ledger, snoozed: 8, older: 1 });
});

test.each([
  [{ rule: 7 }],
  [{ occurrence: null }],
  [{ toldAtMs: 'now' }],
  [{ toldAtMs: Number.POSITIVE_INFINITY }],
  [{ isShown: 'yes' }],
])('a row with %j is none', (patch) => {
  const told = ledger.told.map((one) => ({ ...one, ...patch }));
  expect(parseLedger({ ...ledger, told })).toEqual({ ...ledger, told: [] });
});

test.each([
  ['olie:away', null],
  ['olie::exe', null],
  ['olie:Away:exe', null],
  ['olie:away:', 'away'],
])('the rule of the notification "%s" is %j', (id, rule) => {
  expect(ruleOfNotification(id)).toBe(rule);
});

test('thirty days are to the millisecond, for what was told and what had not ended', () => {
  const [told, open] = [1_773_421_500_000, 1_773_421_600_000];
  const MONTH_MS = 30 * 86_400_000;
  const both: Ledger = { ...ledger, open: [{ key: 'run r', sinceMs: open }] };
  const after = (nowMs: number) => pruned(both, () => false, nowMs);
  expect(after(told + MONTH_MS - 1)).toBe(both);
  expect(after(told + MONTH_MS)).toEqual({ ...both, told: [] });
  expect(after(open + MONTH_MS - 1)).toEqual({ ...both, told: [] });
  expect(after(open + MONTH_MS)).toEqual({ ...both, told: [], open: [] });
});
