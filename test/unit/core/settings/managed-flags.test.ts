import { expect, test } from 'vitest';
import { withFlags } from '../../../../lib/core/settings/managed-flags';

test('1 and 0 are true and false where something is or is not so, and numbers elsewhere', () => {
  expect(
    withFlags({
      addressesLocked: 1,
      historyOff: 0,
      remindersOff: 1,
      workFromMin: 0,
      refreshEveryS: 1,
    }),
  ).toEqual({
    ...{ addressesLocked: true, historyOff: false, remindersOff: true },
    ...{ workFromMin: 0, refreshEveryS: 1 },
  });
});

test('anything else stays as it is', () => {
  const stored = {
    addressesLocked: true,
    historyOff: 2,
    remindersOff: '1',
    addresses: { olie: 1 },
    // Neither ends so.
    offset: 1,
    lockedOffice: 1,
    historyOffset: 0,
  };
  expect(withFlags(stored)).toEqual(stored);
  expect(withFlags({})).toEqual({});
});
