import { describe, expect, test } from 'vitest';
import { ownAfter, parseManaged, withManaged } from '../../../../lib/core/settings/managed';
import {
  DEFAULT_PREFERENCES,
  keptMonths,
  type Preferences,
} from '../../../../lib/core/settings/preferences';

const NOTHING = {
  addresses: {},
  hidden: [],
  preferences: {},
  reminders: {},
  historyMonths: [3, 12, 24, 60, 'ever'],
};
const all = {
  addresses: { olie: 'https://api.company.example/', b3os: 'https://b3os.company.example/v' },
  addressesLocked: true,
  hiddenServices: ['zaia'],
  olieWebAddress: 'https://company.example',
  refreshEveryS: 300,
  badgeShows: 'nothing',
  whenIdle: 'idle',
  remindersOff: true,
  workDays: [1, 2, 3],
  workFromMin: 480,
  workToMin: 960,
  historyOff: true,
  mostHistoryMonths: 12,
};

describe('what an organization sets', () => {
  test('is read', () => {
    expect(parseManaged(all)).toEqual({
      addresses: { olie: 'https://api.company.example', b3os: 'https://b3os.company.example/v' },
      addressesLocked: true,
      hidden: ['zaia'],
      preferences: {
        ...{ refreshEveryS: 300, badgeShows: 'nothing', whenIdle: 'idle' },
        olieWebAddress: 'https://company.example',
      },
      reminders: { isOn: false, workDays: [1, 2, 3], workFromMin: 480, workToMin: 960 },
      historyMonths: [3, 12],
      historyOff: true,
      remindersOff: true,
    });
  });

  test('is nothing where nothing is set', () => {
    expect(parseManaged({})).toEqual(NOTHING);
  });

  test.each([
    ['addresses', { olie: 'ftp://company.example', b3os: 7 }],
    ['addresses', 'https://api.company.example'],
    ['addressesLocked', 'true'],
    ['hiddenServices', 'zaia'],
    ['hiddenServices', ['later', 4]],
    ['olieWebAddress', 'http://company.example'],
    ['olieWebAddress', 'https://company.example/path'],
    ['refreshEveryS', 45],
    ['refreshEveryS', '60'],
    ['badgeShows', 'everything'],
    ['whenIdle', null],
    ['remindersOff', 1],
    ['workDays', [1, 8]],
    ['workFromMin', 1441],
    ['workToMin', '18:00'],
    ['historyOff', 'yes'],
    ['mostHistoryMonths', 7],
  ])('%s: %j counts as left out, and costs nothing else', (name, value) => {
    expect(parseManaged({ [name]: value })).toEqual(NOTHING);
    const others = parseManaged({ ...all, [name]: value });
    const { [name as 'whenIdle']: _, ...rest } = all;
    expect(others).toEqual(parseManaged(rest));
  });

  test('never holds a token, and the timer cannot be hidden', () => {
    const set = { token: 'SECRET', addresses: { token: 'https://s' }, hiddenServices: ['olie'] };
    expect(parseManaged(set)).toEqual(NOTHING);
  });

  test.each([{ remindersOff: false }, { historyOff: false }])('%j leaves it to the user', (set) => {
    const own = { ...DEFAULT_PREFERENCES, reminders: { isOn: true } };
    expect(withManaged(own, parseManaged(set))).toEqual(own);
  });
});

describe('the preferences that count', () => {
  const own = {
    ...DEFAULT_PREFERENCES,
    dailyGoalS: 28_800,
    reminders: { isOn: true, workFromMin: 600, rules: { away: 5 } },
  };

  test("are the organization's, and for the rest the user's own", () => {
    expect(withManaged(own, parseManaged(all))).toEqual({
      olieWebAddress: 'https://company.example',
      refreshEveryS: 300,
      badgeShows: 'nothing',
      whenIdle: 'idle',
      dailyGoalS: 28_800,
      historyMonths: 12,
      isHistoryOff: true,
      reminders: {
        ...{ isOn: false, workDays: [1, 2, 3], workFromMin: 480, workToMin: 960 },
        rules: { away: 5 },
      },
    });
  });

  test("are the user's own, the same, where nothing is set", () => {
    expect(withManaged(own, parseManaged({}))).toEqual(own);
    expect(withManaged(DEFAULT_PREFERENCES, parseManaged({}))).toEqual(DEFAULT_PREFERENCES);
  });

  test.each([
    ['ever', 12, 12],
    [undefined, 12, 12],
    [undefined, 60, 24],
    [60, 3, 3],
    [3, 60, 3],
    ['ever', undefined, null],
  ] as const)('history wanted for %s months, %s at most, is kept for %s', (wanted, most, kept) => {
    const preferences = { ...DEFAULT_PREFERENCES, historyMonths: wanted };
    const managed = parseManaged({ mostHistoryMonths: most });
    expect(keptMonths(withManaged(preferences, managed))).toBe(kept);
  });
});

describe('of what the user changes', () => {
  const own: Preferences = {
    ...DEFAULT_PREFERENCES,
    historyMonths: 'ever',
    reminders: { isOn: true, workFromMin: 600 },
  };
  /** What is stored after that change of the preferences that count. */
  function storedAfter(change: Partial<Preferences>, before = own, set: object = all) {
    const managed = parseManaged({ ...set });
    return ownAfter({ ...withManaged(before, managed), ...change }, before, managed);
  }

  test.each([
    { where: 'much is set', set: all },
    { where: 'nothing is set', set: {} },
  ])('nothing is stored if nothing was changed, where $where', ({ set }) => {
    expect(storedAfter({}, own, set)).toEqual(own);
    expect(storedAfter({}, DEFAULT_PREFERENCES, set)).toEqual(DEFAULT_PREFERENCES);
  });

  test('the change is stored, and nothing of the organization', () => {
    expect(storedAfter({ dailyGoalS: 3600 })).toEqual({ ...own, dailyGoalS: 3600 });
    const first = storedAfter({ dailyGoalS: 3600 }, DEFAULT_PREFERENCES);
    expect(first).toEqual({ ...DEFAULT_PREFERENCES, dailyGoalS: 3600 });
  });

  test('a shorter history is stored', () => {
    expect(storedAfter({ historyMonths: 3 }).historyMonths).toBe(3);
  });

  test('a rule of the reminders is stored beside the own hours', () => {
    const shown = { isOn: false, workDays: [1, 2, 3], workFromMin: 480, workToMin: 960 };
    const reminders = { ...shown, rules: { goal: 'off' } };
    expect(storedAfter({ reminders }).reminders).toEqual({
      isOn: true,
      workFromMin: 600,
      rules: { goal: 'off' },
    });
  });

  test('the reminders are stored as they are, where nothing is set', () => {
    const reminders = { isOn: false };
    expect(storedAfter({ reminders }, own, {}).reminders).toEqual(reminders);
  });

  test('a choice that is taken back is taken back', () => {
    const before = { ...own, dailyGoalS: 3600 };
    expect(storedAfter({ dailyGoalS: undefined }, before).dailyGoalS).toBeUndefined();
  });
});
