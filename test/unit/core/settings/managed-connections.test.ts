import { describe, expect, test } from 'vitest';
import {
  allowedSettings,
  isAllowed,
  lockedAddress,
  parseManaged,
} from '../../../../lib/core/settings/managed';
import { agentRuns, connected, olie, workflow } from '../../../support/examples/example-settings';

const all = {
  addresses: { olie: 'https://api.company.example/', b3os: 'https://b3os.company.example/v' },
  addressesLocked: true,
  hiddenServices: ['zaia'],
};

describe('a connection', () => {
  const there = 'https://api.company.example';
  test.each([
    [{}, 'olie', 'https://api.olie.ai', true],
    [{ addresses: { olie: there } }, 'olie', 'https://api.olie.ai', true],
    [{ addresses: { olie: there }, addressesLocked: true }, 'olie', there, true],
    [{ addresses: { olie: there }, addressesLocked: true }, 'olie', 'https://api.olie.ai', false],
    [{ addresses: { olie: there }, addressesLocked: true }, 'olie', `${there}/path`, false],
    [{ addresses: { olie: there }, addressesLocked: true }, 'b3os', 'https://api.b3os.org', true],
    [{ addresses: { olie: 'no' }, addressesLocked: true }, 'olie', 'https://api.olie.ai', true],
    [{ hiddenServices: ['b3os'] }, 'b3os', 'https://api.b3os.org', false],
  ])('with %j of %s at %s may be asked: %s', (set, kind, address, expected) => {
    expect(isAllowed(parseManaged(set), kind, address)).toBe(expected);
  });

  test('that is not allowed is left out, and comes back with the permission', () => {
    const managed = parseManaged({ ...all, addresses: { olie: there } });
    expect(allowedSettings(connected, managed).connections).toEqual([workflow]);
    expect(allowedSettings(connected, parseManaged({})).connections).toEqual([
      olie,
      workflow,
      agentRuns,
    ]);
  });

  test('has a locked address only if the lock and the address are set', () => {
    expect(lockedAddress(parseManaged({ addresses: { olie: there } }), 'olie')).toBeUndefined();
    expect(lockedAddress(parseManaged({ addressesLocked: true }), 'olie')).toBeUndefined();
    expect(lockedAddress(parseManaged(all), 'olie')).toBe(there);
  });
});
