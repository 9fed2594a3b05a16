import { describe, expect, test } from 'vitest';
import {
  NO_SETTINGS,
  parseSettings,
  type Settings,
  savedToken,
  usedAddresses,
} from '../../../lib/core/settings';

const connected: Settings = {
  version: 1,
  olie: { id: 'a', address: 'https://olie.test/v2', token: 'secret', executionId: '7' },
};

test.each([undefined, null])('where %s is stored there are no settings yet', (stored) => {
  expect(parseSettings(stored)).toEqual({ settings: NO_SETTINGS, unreadable: false });
});

test('stored settings are read, with or without a connection', () => {
  expect(parseSettings(connected)).toEqual({ settings: connected, unreadable: false });
  expect(parseSettings(NO_SETTINGS)).toEqual({ settings: NO_SETTINGS, unreadable: false });
});

describe('what this version cannot read is said to be unreadable', () => {
  test.each([
    { what: 'a later version', stored: { ...connected, version: 2 } },
    { what: 'no version', stored: { olie: connected.olie } },
    { what: 'a connection without a token', stored: { version: 1, olie: { address: 'x' } } },
    {
      what: 'a token that is a number',
      stored: { version: 1, olie: { ...connected.olie, token: 7 } },
    },
    { what: 'no connection at all', stored: { version: 1 } },
    { what: 'a text', stored: 'settings' },
    { what: 'a list', stored: [connected] },
  ])('$what', ({ stored }) => {
    expect(parseSettings(stored)).toEqual({ settings: NO_SETTINGS, unreadable: true });
  });
});

test('the addresses in use are those of the connections', () => {
  expect(usedAddresses(connected)).toEqual(['https://olie.test/v2']);
  expect(usedAddresses(NO_SETTINGS)).toEqual([]);
});

describe('the saved token goes only to the origin that it was saved for', () => {
  test.each([
    ['https://olie.test', 'secret'],
    ['https://olie.test/other/path', 'secret'],
    ['https://olie.test:443', 'secret'],
    ['https://olie.test:8443', null],
    ['http://olie.test', null],
    ['https://api.olie.test', null],
    ['https://evil.test', null],
  ])('%s: %s', (address, token) => {
    expect(savedToken(connected, address)).toBe(token);
  });

  test('and there is none without a connection', () => {
    expect(savedToken(NO_SETTINGS, 'https://olie.test')).toBeNull();
  });
});
