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

test.each(['https://company.example', 'https://company.example:8443', 'http://localhost:3000'])(
  'the address %s on the web is read',
  (olieWebAddress) => {
    expect(parseLook({ olieWebAddress })).toEqual({ olieWebAddress });
  },
);

// The page would link there.
test.each(['javascript:alert(1)', 'http://company.example', 'https://a@b', 'https://a/b', '', 7])(
  '%j is no address on the web',
  (olieWebAddress) => {
    expect(parseLook({ olieWebAddress })).toEqual({});
  },
);

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
