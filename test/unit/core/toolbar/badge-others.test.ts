import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import { type Preferences, parsePreferences } from '../../../../lib/core/settings/preferences';
import type { Situation } from '../../../../lib/core/state/situation';
import { createFormat } from '../../../../lib/core/time/format';
import { badgeOf, type Fits } from '../../../../lib/core/toolbar/badge';
import { exampleSituation } from '../../../support/examples/example-situation';
import { exampleTimer } from '../../../support/examples/example-timer';
import { textsOf } from '../../../support/examples/texts';

const none = exampleSituation({ kind: 'disconnected', timer: null });
const others: Situation = { ...none, hasOthers: true };
const refused = [{ kind: 'token-refused', service: 'B3OS' } as const];
const unseen = ['Order 4821', 'exe_7'];

function badge(
  situation: Situation,
  preferences: Partial<Preferences> = {},
  fits: Fits = () => true,
) {
  const words = { t: textsOf('en'), format: createFormat('en', preferences) };
  return badgeOf(situation, { ...parsePreferences(undefined), ...preferences }, words, fits);
}

describe('without a timer the badge counts what goes on', () => {
  test.each([
    { ongoing: 0, text: '' },
    { ongoing: 1, text: '1' },
    { ongoing: 50, text: '50' },
    { ongoing: 999, text: '999' },
    { ongoing: 1000, text: '999' },
  ])('$ongoing: "$text"', ({ ongoing, text }) => {
    expect(badge({ ...others, ongoing })).toMatchObject({ text, tone: 'workflow' });
  });

  test('in a narrow badge, a count that does not fit says that it is more than nine', () => {
    const narrow: Fits = (text) => text.length <= 2;
    const text = (ongoing: number) => badge({ ...others, ongoing }, {}, narrow).text;
    expect([0, 9, 99, 100, 1000].map(text)).toEqual(['', '9', '99', '9+', '9+']);
  });

  test('whatever the timer would show', () => {
    const preferences = { badgeShows: 'nothing', whenIdle: 'idle' } as const;
    expect(badge({ ...others, ongoing: 2 }, preferences).text).toBe('2');
  });

  test('and needs the user where something of it does', () => {
    const situation = { ...others, ongoing: 2, othersFailures: refused };
    expect(badge(situation)).toMatchObject({ text: '!', tone: 'alert' });
  });
});

describe('what ended badly and was not seen turns the badge red', () => {
  const stopped = exampleSituation({ kind: 'stopped', timer: exampleTimer({ current: null }) });
  test.each([
    { what: 'what goes on', situation: { ...others, ongoing: 2 }, text: '2' },
    { what: 'nothing that goes on', situation: others, text: '!' },
    { what: 'the timer', situation: exampleSituation(), text: '37m' },
    { what: 'a timer that is old', situation: exampleSituation({ isOld: true }), text: '37m' },
    { what: 'a timer that does not run', situation: stopped, text: '!' },
    { what: 'a timer to wait for', situation: { ...none, kind: 'waiting' as const }, text: '!' },
  ])('with $what: "$text"', ({ situation, text }) => {
    expect(badge({ ...situation, unseen })).toMatchObject({ text, tone: 'alert' });
    expect(badge(situation).tone).not.toBe('alert');
  });
});

test('what the timer needs comes first', () => {
  const situation = exampleSituation({ needsUser: true, failure: failure('unknown-id'), unseen });
  expect(badge(situation)).toMatchObject({ text: '!', tone: 'alert' });
});

test('with a timer, the badge is its own whatever else goes on or fails', () => {
  const situation = exampleSituation({ hasOthers: true, ongoing: 3, othersFailures: refused });
  expect(badge(situation)).toMatchObject({ text: '37m', tone: 'running' });
});

describe('the title says it all', () => {
  const counts = 'Elapsed: 0:37:55\nToday: 10:35:40\nIdle today: 7:42:14';
  const timer = `AD-1 awdawd\ntres · funil do abacaxi\n${counts}`;
  test.each([
    ['others alone', others, ''],
    ['what goes on', { ...others, ongoing: 2 }, '\n2 in progress'],
    ['what ended badly', { ...others, unseen }, '\nOrder 4821 failed\nexe_7 failed'],
    [
      'a refusal, by its service',
      { ...others, othersFailures: refused },
      '\nB3OS refused the token. Enter a new one.',
    ],
    [
      'all of it beside the timer',
      exampleSituation({ hasOthers: true, ongoing: 1, unseen: ['x'], othersFailures: refused }),
      `\nx failed\nB3OS refused the token. Enter a new one.\n1 in progress\n${timer}`,
    ],
    [
      'settings of which a part is unreadable',
      { ...others, ongoing: 1, settingsUnreadable: true, needsUser: true },
      `\n${textsOf('en')('settingsUnreadable')}\n1 in progress`,
    ],
  ])('%s', (_, situation, rest) => {
    expect(badge(situation).title).toBe(`Olie Timer${rest}`);
  });
});
