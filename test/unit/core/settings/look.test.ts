import { expect, test } from 'vitest';
import { parseLook } from '../../../../lib/core/settings/look';

test('what is chosen is read, whatever else the preferences hold', () => {
  const style = { hours: '24', durations: 'decimal' };
  expect(parseLook({ refreshEveryS: 60, ...style })).toEqual(style);
  expect(parseLook({ hours: '12' })).toEqual({ hours: '12' });
});

test.each([undefined, null, 'x', [], { hours: 12, durations: 'minutes' }])(
  'what this version does not know counts as not chosen: %j',
  (stored) => {
    expect(parseLook(stored)).toEqual({});
  },
);

test.each([
  ...['https://company.example', 'https://company.example:8443'],
  ...['http://localhost', 'http://localhost:3000', 'http://127.0.0.1:80'],
])('the address %s on the web is read', (olieWebAddress) => {
  expect(parseLook({ olieWebAddress })).toEqual({ olieWebAddress });
});

// The page would link there.
test.each([
  ...['javascript:alert(1)', 'javascript:https://a', 'http://company.example', 'ftp://a', '', 7],
  ...['https://', 'https://a@b', 'https://a/b', 'https://a/', 'https://a?b', 'https://a#b'],
  ...['https://a\\b', 'https://a b', 'https://a\n', ' https://a', 'xhttp://localhost'],
  ...['http://localhost.example', 'http://localhost:', 'http://localhost:x', 'http://localhost/a'],
  ...['http://127.0.0.1.example', 'http://127x0.0.1', 'http://127.0.0.1:80/', ['https://a']],
])('%j is no address on the web', (olieWebAddress) => {
  expect(parseLook({ olieWebAddress })).toEqual({});
});

test('a side panel that is switched off is read, and anything else counts as not chosen', () => {
  expect(parseLook({ sidePanel: false })).toEqual({ sidePanel: false });
  expect(parseLook({ sidePanel: 'no' })).toEqual({});
});

test.each([
  [28_800, { dailyGoalS: 28_800 }],
  [0, {}],
  [86_401, {}],
  ['8:00', {}],
])('a daily goal of %j is read as %j', (dailyGoalS, read) => {
  expect(parseLook({ dailyGoalS })).toEqual(read);
});
