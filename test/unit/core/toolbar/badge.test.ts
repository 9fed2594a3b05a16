import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import { type Preferences, parsePreferences } from '../../../../lib/core/settings/preferences';
import type { Situation } from '../../../../lib/core/state/situation';
import { readSeconds } from '../../../../lib/core/time/clock';
import { createFormat } from '../../../../lib/core/time/format';
import { badgeClock, badgeOf, badgeText, type Fits } from '../../../../lib/core/toolbar/badge';
import { exampleSituation } from '../../../support/examples/example-situation';
import { ANSWERED_AT_MS, exampleTimer } from '../../../support/examples/example-timer';
import { textsOf } from '../../../support/examples/texts';

const DEFAULTS = parsePreferences(undefined);
const running = exampleSituation();
const none: Situation = { ...running, kind: 'disconnected', timer: null };
const stopped: Situation = { ...running, kind: 'stopped', timer: exampleTimer({ current: null }) };
const hidden: Situation = { ...running, timer: exampleTimer({ hidden: true }) };

function badge(
  situation: Situation,
  preferences: Partial<Preferences> = {},
  fits: Fits = () => true,
) {
  const words = { t: textsOf('en'), format: createFormat('en', preferences) };
  return badgeOf(situation, { ...DEFAULTS, ...preferences }, words, fits);
}

test.each([
  [0, '<1m'],
  [59, '<1m'],
  [60, '1m'],
  [2275, '37m'],
  [3599, '59m'],
  [3600, '1:00'],
  [16_701, '4:38'],
  [35_999, '9:59'],
  [36_000, '10h'],
  [43_200, '12h'],
  [86_400, '24h'],
  [359_999, '99h'],
  [360_000, '99h'],
  [1e9, '99h'],
])('%d s are "%s"', (seconds, text) => {
  expect(badgeText(seconds, () => true)).toBe(text);
});

test.each([
  [59, '<1'],
  [60, '1'],
  [3599, '59'],
  [3600, '1h'],
  [35_999, '9h'],
  [36_000, '10ʰ'],
  [1e9, '99ʰ'],
])('in a narrow badge, %d s are "%s"', (seconds, text) => {
  expect(badgeText(seconds, (one) => one.endsWith('ʰ'))).toBe(text);
});

test('a text is shortened only if it does not fit itself', () => {
  // Chromium with a wide font.
  const fits: Fits = (text) => !['<1m', '4:38'].includes(text);
  const seconds = [30, 2275, 16_701, 43_200];
  expect(seconds.map((each) => badgeText(each, fits))).toEqual(['<1', '37m', '4h', '12h']);
  // A narrow badge, and no font has the small h.
  expect([36_000, 1e9].map((each) => badgeText(each, () => false))).toEqual(['10:', '99:']);
});

test('no text is longer than four characters', () => {
  for (let seconds = 0; seconds < 400_000; seconds += 29) {
    expect(badgeText(seconds, () => true).length).toBeLessThanOrEqual(4);
  }
});

describe('each state has its badge', () => {
  const refused = failure('token-refused');
  test.each([
    { state: 'nothing connected', situation: none, text: '', tone: 'workflow' },
    { state: 'waiting', situation: { ...none, kind: 'waiting' }, text: '', tone: 'running' },
    { state: 'running', situation: running, text: '37m', tone: 'running' },
    { state: 'stopped', situation: stopped, text: '', tone: 'idle' },
    { state: 'timers hidden', situation: hidden, text: '•', tone: 'running' },
    { state: 'old', situation: { ...running, isOld: true }, text: '37m', tone: 'old' },
    { state: 'hidden and old', situation: { ...hidden, isOld: true }, text: '•', tone: 'old' },
    {
      state: 'needs you',
      situation: { ...running, needsUser: true, failure: refused },
      text: '!',
      tone: 'alert',
    },
    {
      state: 'needs you, nothing known',
      situation: { ...none, needsUser: true },
      text: '!',
      tone: 'alert',
    },
  ] as const)('$state: "$text" in $tone', ({ situation, text, tone }) => {
    expect(badge(situation)).toMatchObject({ text, tone });
  });
});

describe('preferences choose the count', () => {
  test.each([
    { situation: running, preferences: { badgeShows: 'elapsed' }, text: '37m' },
    { situation: running, preferences: { badgeShows: 'total' }, text: '10h' },
    { situation: running, preferences: { badgeShows: 'nothing' }, text: '' },
    { situation: hidden, preferences: { badgeShows: 'nothing' }, text: '' },
    { situation: stopped, preferences: { whenIdle: 'idle' }, text: '7:42' },
    { situation: stopped, preferences: { badgeShows: 'total' }, text: '' },
    {
      situation: { ...stopped, timer: exampleTimer({ current: null, hidden: true }) },
      preferences: { whenIdle: 'idle' },
      text: '',
    },
    { situation: { ...running, isDayOver: true }, preferences: { badgeShows: 'total' }, text: '' },
    {
      situation: { ...running, isDayOver: true },
      preferences: { badgeShows: 'elapsed' },
      text: '37m',
    },
    { situation: { ...stopped, isDayOver: true }, preferences: { whenIdle: 'idle' }, text: '' },
  ] as const)('$situation.kind with $preferences: "$text"', ({ situation, preferences, text }) => {
    expect(badge(situation, preferences).text).toBe(text);
  });

  test('and the count on the badge is the one that the alarm follows', () => {
    const clock = badgeClock(running, { ...DEFAULTS, badgeShows: 'total' });
    expect(clock && readSeconds(clock, ANSWERED_AT_MS)).toBe(38_140);
    expect(badgeClock(none, DEFAULTS)).toBeNull();
  });
});

describe('the title says the rest', () => {
  const minutesOld = { ...running, isOld: true, ageS: 359, nowMs: ANSWERED_AT_MS + 359_999 };
  const unreadable = { ...none, settingsUnreadable: true, needsUser: true };
  const project = 'AD-1 awdawd\ntres · funil do abacaxi';
  const counts = 'Elapsed: 0:37:55\nToday: 10:35:40\nIdle today: 7:42:14';
  test.each([
    ['nothing connected', none, 'Not connected to Olie yet'],
    ['running', running, `${project}\n${counts}`],
    ['stopped', stopped, 'No timer running\nToday: 10:35:40\nIdle today: 7:42:14'],
    ['hidden', hidden, `${project}\nYour account hides times`],
    ['day over', { ...running, isDayOver: true }, `${project}\nElapsed: 0:37:55`],
    ['unreadable', unreadable, textsOf('en')('settingsUnreadable')],
    [
      'refused',
      { ...none, kind: 'waiting', needsUser: true, failure: failure('token-refused') },
      'Olie refused the token. Enter a new one.',
    ],
    [
      'waiting, no network',
      { ...none, kind: 'waiting', failure: failure('network') },
      'Olie cannot be reached. Check your connection.',
    ],
    ['a first failure', { ...running, failure: failure('network') }, `${project}\n${counts}`],
  ] as const)('%s', (_, situation, rest) => {
    expect(badge(situation).title).toBe(`Olie Timer\n${rest}`);
  });

  test('with its durations as the user has them, in words of the language', () => {
    const { title } = badge(running, { durations: 'decimal' });
    const counts = 'Elapsed: 0.63 h\nToday: 10.59 h\nIdle today: 7.70 h';
    expect(title).toBe(`Olie Timer\n${project}\n${counts}`);
  });

  test('that the disk is full, wherever nothing new is saved', () => {
    const { title } = badge({ ...running, isUnsaved: true });
    expect(title.split('\n')[1]).toMatch(/^New answers cannot be saved: /);
    expect(badge(running).title).not.toContain('cannot be saved');
  });

  test('with its age only if it is old, and only if it is known', () => {
    expect(badge({ ...running, ageS: 300 }).title).not.toContain('Updated');
    expect(badge({ ...minutesOld, ageS: null }).title).not.toContain('Updated');
    expect(badge({ ...none, isOld: true, ageS: 300 }).title).not.toContain('Updated');
  });

  test('with what went wrong and the age, where it is old', () => {
    const { title } = badge({ ...minutesOld, failure: failure('server-error') });
    expect(title).toMatch(/^Olie Timer\nOlie is having problems\.\nAD-1 awdawd\n/);
    expect(title).toMatch(/\nElapsed: 0:43:54\n(.*\n)*Updated 5 ?m\D* ago$/);
  });

  test('in lines of one line and 100 characters each, whatever a service sends', () => {
    const project = (projectName: string) => {
      const { current, ...timer } = exampleTimer();
      const named = current && { ...current, projectCode: '', projectName };
      return badge({ ...running, timer: { ...timer, current: named } }).title.split('\n')[1];
    };
    expect(project('W'.repeat(10_000))).toBe('W'.repeat(100));
    expect(project('👩'.repeat(101))).toBe('👩'.repeat(100));
    expect(project('one\nElapsed: 9:99:99')).toBe('one');
  });
});
