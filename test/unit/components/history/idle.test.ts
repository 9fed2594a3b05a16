import { describe, expect, test } from 'vitest';
import type { ReminderPreferences } from '../../../../lib/core/settings/reminder-preferences';
import { session, told } from '../../../support/examples/example-history';
import { historyPage } from '../../../support/examples/history-markup';

const morning = session('a', '2026-03-09 09:05', '2026-03-09 12:40');
const afternoon = session('b', '2026-03-09 13:10', '2026-03-09 17:05', { projectId: 'p-2' });
const monday = told('2026-03-09 23:50', [morning, afternoon]);

type Options = Partial<Parameters<typeof historyPage>[0]>;

/** The card of that week. */
function cardOf(options: Options, reminders: ReminderPreferences = { isOn: true }) {
  const period = { kind: 'week', from: '2026-03-09' } as const;
  const page = historyPage({ period, records: [monday], goals: { reminders }, ...options });
  const [text] = page.texts('.cards .card').filter((one) => one.startsWith('Idle, in working'));
  const [seconds] = page.seconds('.card:has(#card-idleInHours)');
  return { seconds, text: text?.replace(/\s+/g, ' ') };
}

test('five minutes before the first session, thirty between, and fifty-five after the last one', () => {
  expect(cardOf({})).toEqual({
    seconds: 5400,
    text: 'Idle, in working hours 1:30:00 Mon – Fri, 9:00 AM – 6:00 PM',
  });
});

test('a session before and after the working hours is not counted against them', () => {
  const long = session('c', '2026-03-10 08:00', '2026-03-10 10:00');
  const late = session('d', '2026-03-10 17:00', '2026-03-10 20:00');
  expect(cardOf({ records: [told('2026-03-10 23:50', [late, long])] }).seconds).toBe(7 * 3600);
});

test('a session that ends on the next day fills the hours that nobody saw', () => {
  const overnight = session('e', '2026-03-10 17:00', '2026-03-11 01:00');
  const records = [told('2026-03-10 16:00', []), told('2026-03-11 23:50', [overnight])];
  // From 9 to 16 on Tuesday, and all of Wednesday. Between 16 and 17 o'clock nobody looked.
  expect(cardOf({ records }).seconds).toBe((7 + 9) * 3600);
  expect(cardOf({ records }).text).toContain('at least 16:00:00');
});

test('of a day whose end was not seen, it is at least the time that was', () => {
  const records = [
    told('2026-03-10 15:00', [session('c', '2026-03-10 09:00', '2026-03-10 12:00')]),
  ];
  expect(cardOf({ records }).text).toContain('at least 3:00:00');
  const all = cardOf({ records: [monday, ...records] });
  expect(all.text).toContain('at least 4:30:00');
});

test('of today, it is the time so far, and nothing lacks', () => {
  const records = [
    told('2026-03-10 11:00', [session('c', '2026-03-10 09:00', '2026-03-10 10:30')]),
  ];
  const now = '2026-03-10 11:00';
  expect(cardOf({ records, now })).toMatchObject({ seconds: 1800 });
  expect(cardOf({ records, now }).text).not.toContain('at least');
  expect(cardOf({ records: [told('2026-03-10 08:00', [])], now: '2026-03-10 08:00' })).toEqual({});
});

test.each<[string, Options]>([
  ['on a Saturday', { period: { kind: 'day', from: '2026-03-14' } }],
  ['of which nothing was told', { period: { kind: 'day', from: '2026-03-10' } }],
])('a day %s has no such card', (_, options) => {
  const saturday = told('2026-03-14 23:50', []);
  expect(cardOf({ records: [monday, saturday], ...options })).toEqual({});
});

test('a day whose sessions do not explain its total says nothing of its idle time', () => {
  const records = [told('2026-03-10 23:50', [], { totalS: 7200 })];
  expect(cardOf({ records })).toEqual({});
  expect(cardOf({ records: [monday, ...records] }).text).toContain('at least 1:30:00');
});

test('nobody idles while they are busy all the time', () => {
  const records = [
    told('2026-03-10 23:50', [session('c', '2026-03-10 09:00', '2026-03-10 18:00')]),
  ];
  expect(cardOf({ records }).seconds).toBe(0);
});

describe('the working hours are those of the reminders', () => {
  test('without reminders there are none', () => {
    expect(cardOf({}, {})).toEqual({});
    expect(cardOf({}, { isOn: true, workDays: [] })).toEqual({});
  });

  test('a night shift goes on after midnight', () => {
    const shift = { isOn: true, workFromMin: 22 * 60, workToMin: 6 * 60 };
    const before = told('2026-03-10 23:59', [session('c', '2026-03-10 22:00', '2026-03-10 23:30')]);
    // From midnight to 6, and from 22 to 24 without the session, of which 23:30 to 23:59 was seen.
    expect(cardOf({ records: [before] }, shift).text).toContain('at least 6:29:00 Mon – Fri');
    expect(cardOf({ records: [before] }, shift).text).toContain('10:00 PM – 6:00 AM');
  });

  test.each([
    [[1, 2, 3, 4, 5, 6, 7], 'Mon – Sun'],
    [[7, 1, 2, 3, 4], 'Sun – Thu'],
    [[1, 2], 'Mon and Tue'],
    [[1, 2, 3, 5], 'Mon – Wed and Fri'],
    [[1], 'Mon'],
  ] as const)('the days %j are "%s"', (workDays, name) => {
    expect(cardOf({}, { isOn: true, workDays: [...workDays] }).text).toContain(` ${name}, 9:00 AM`);
  });
});

test('the time between the sessions of one project is not idle: there is no such card', () => {
  expect(cardOf({ project: 'p-2' })).toEqual({});
});

test('an account that hides times shows none of it', () => {
  const hidden = told('2026-03-10 23:50', [], { hidden: true });
  expect(cardOf({ records: [monday, hidden] })).toEqual({});
});
