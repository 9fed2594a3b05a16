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
