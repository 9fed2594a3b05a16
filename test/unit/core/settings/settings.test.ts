import { describe, expect, test } from 'vitest';
import type { B3osConnection } from '../../../../lib/core/b3os/b3os';
import type { OlieConnection } from '../../../../lib/core/olie/olie';
import {
  NO_SETTINGS,
  parseSettings,
  type Settings,
  usedAddresses,
  withConnection,
  withoutConnections,
} from '../../../../lib/core/settings/settings';

const address = 'https://olie.test/v2';
const olie: OlieConnection = { id: 'a', kind: 'olie', address, token: 'secret', executionId: '7' };
const workflow: B3osConnection = {
  ...{ id: 'b', kind: 'b3os', address: 'https://b3os.test', label: '' },
  ...{ executionId: 'exe', token: 'ct', apiKey: '' },
};
const connected: Settings = { version: 3, connections: [olie, workflow] };

test.each([undefined, null])('where %s is stored there are no settings yet', (stored) => {
  expect(parseSettings(stored)).toEqual({ settings: NO_SETTINGS, unreadable: false });
});

test('stored settings are read, with or without connections', () => {
  expect(parseSettings(connected)).toEqual({ settings: connected, unreadable: false });
  expect(parseSettings(NO_SETTINGS)).toEqual({ settings: NO_SETTINGS, unreadable: false });
});

describe('what this version cannot read is said to be unreadable', () => {
  const { kind: _, ...before } = olie;
  test.each([
    { what: 'a later version', stored: { ...connected, version: 9 } },
    { what: 'a version of long ago', stored: { ...connected, version: 0 } },
    { what: 'a version that is a text', stored: { ...connected, version: '2' } },
    { what: 'no version', stored: { connections: connected.connections } },
    { what: 'a connection without a token', stored: { version: 1, olie: { address: 'x' } } },
    { what: 'a token that is a number', stored: { version: 1, olie: { ...before, token: 7 } } },
    { what: 'no connection at all, in version 1', stored: { version: 1 } },
    { what: 'a connection that is a text', stored: { version: 1, olie: 'secret' } },
    { what: 'no connections at all', stored: { version: 3 } },
    { what: 'connections that are no list', stored: { version: 3, connections: { olie } } },
    { what: 'a text', stored: 'settings' },
    { what: 'a list', stored: [connected] },
  ])('$what', ({ stored }) => {
    expect(parseSettings(stored)).toEqual({ settings: NO_SETTINGS, unreadable: true });
  });
});

describe('a connection that cannot be read does not cost the others', () => {
  const withBroken = (broken: unknown) => ({
    version: 3,
    connections: [broken, olie, broken, workflow],
  });
  test.each([
    { what: 'of a kind that this version does not know', broken: { ...olie, kind: 'later' } },
    { what: 'of a kind that every object has', broken: { ...olie, kind: 'constructor' } },
    { what: 'without a token', broken: { ...olie, token: undefined } },
    { what: 'without an id', broken: { ...workflow, id: null } },
    { what: 'of no kind', broken: { ...olie, kind: undefined } },
    { what: 'that is null', broken: null },
    { what: 'that is a text', broken: 'olie' },
  ])('$what', ({ broken }) => {
    expect(parseSettings(withBroken(broken))).toEqual({ settings: connected, unreadable: true });
  });
});

describe('settings of version 1', () => {
  /** As the first builds saved them. */
  const before = {
    version: 1,
    olie: {
      id: '6f1c1f2e-7a35-4a52-9b57-0d1d1f3f4a11',
      address: 'https://api.olie.ai',
      token: '12|aBcDeF',
      executionId: 'a14afcbd-38b1-4b97-8950-02c09547611a',
    },
  };
  const after: Settings = {
    version: 3,
    connections: [{ kind: 'olie', ...before.olie }],
  };

  test('become version 3 with the same connection, under the same id', () => {
    expect(parseSettings(before)).toEqual({ settings: after, unreadable: false });
    expect(parseSettings({ version: 1, olie: null })).toEqual({
      settings: NO_SETTINGS,
      unreadable: false,
    });
  });

  test('are not touched by that, and what came out stays as it is', () => {
    const frozen = Object.freeze({ ...before, olie: Object.freeze({ ...before.olie }) });
    const { settings } = parseSettings(frozen);
    expect(frozen).toEqual(before);
    expect(parseSettings(settings)).toEqual({ settings: after, unreadable: false });
  });
});

describe('a connection that is saved', () => {
  const fresh = { ...workflow, id: 'new' };

  test('comes after the others, or in the place of the one that it replaces', () => {
    const { connections } = connected;
    expect(withConnection(connected, fresh, null).connections).toEqual([...connections, fresh]);
    expect(withConnection(connected, fresh, 'a').connections).toEqual([fresh, workflow]);
    expect(withConnection(connected, fresh, 'b').connections).toEqual([olie, fresh]);
    expect(withConnection(connected, fresh, 'gone').connections).toEqual([...connections, fresh]);
    expect(withConnection(NO_SETTINGS, fresh, null).connections).toEqual([fresh]);
  });

  test('takes the place of any other one of a service that is connected once', () => {
    const other = { ...olie, id: 'new' };
    for (const replacedId of [null, 'a', 'gone']) {
      expect(withConnection(connected, other, replacedId).connections).toEqual([other, workflow]);
    }
  });

  test('and those that are removed are gone', () => {
    const without = (...ids: string[]) =>
      withoutConnections(connected, ({ id }) => ids.includes(id));
    expect(without('a', 'gone').connections).toEqual([workflow]);
    expect(without('a', 'b')).toEqual(NO_SETTINGS);
    expect(without()).toEqual(connected);
  });

  test('changes nothing in the settings that were', () => {
    const copy = structuredClone(connected);
    withConnection(connected, fresh, 'a');
    withoutConnections(connected, ({ id }) => id === 'a');
    expect(connected).toEqual(copy);
    expect(NO_SETTINGS.connections).toEqual([]);
  });
});

test('the addresses in use are those of the connections', () => {
  expect(usedAddresses(connected)).toEqual(['https://olie.test/v2', 'https://b3os.test']);
  expect(usedAddresses(NO_SETTINGS)).toEqual([]);
});
