import { describe, expect, test } from 'vitest';
import { type Preferences, parsePreferences } from '../../../../lib/core/settings/preferences';
import type { Situation } from '../../../../lib/core/state/situation';
import { endsWithDay } from '../../../../lib/core/toolbar/badge';
import { ANSWERED_AT_MS, exampleTimer } from '../../../support/examples/example-timer';

const DEFAULTS = parsePreferences(undefined);
const running: Situation = {
  ...{ kind: 'running', timer: exampleTimer(), nowMs: ANSWERED_AT_MS, failure: null },
  ...{ settingsUnreadable: false, isUnsaved: false, needsUser: false, isOld: false, ageS: 0 },
  ...{ isDayOver: false, ongoing: 0, unseen: [], othersFailures: [], hasOthers: false },
};
const none: Situation = { ...running, kind: 'disconnected', timer: null };
const stopped: Situation = { ...running, kind: 'stopped', timer: exampleTimer({ current: null }) };

describe('at midnight, a badge begins anew that counts', () => {
  const endsAnew = (situation: Situation, preferences: Partial<Preferences> = {}) =>
    endsWithDay(situation, { ...DEFAULTS, ...preferences });

  test('the total of the day', () => {
    expect(endsAnew(running, { badgeShows: 'total' })).toBe(true);
  });

  test('the idle time of the day', () => {
    expect(endsAnew(stopped, { whenIdle: 'idle' })).toBe(true);
  });

  test('but not the running execution, or nothing', () => {
    expect(endsAnew(running)).toBe(false);
    expect(endsAnew(running, { badgeShows: 'nothing' })).toBe(false);
    expect(endsAnew(stopped)).toBe(false);
    expect(endsAnew(none)).toBe(false);
  });

  test('nor what stands still', () => {
    expect(endsAnew(stopped, { badgeShows: 'total' })).toBe(false);
    expect(endsAnew({ ...running, isDayOver: true }, { badgeShows: 'total' })).toBe(true);
  });
});
