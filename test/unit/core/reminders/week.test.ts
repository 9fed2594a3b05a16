import { expect, test } from 'vitest';
import { localMs } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';
import { newWorld, type Step, take } from '../../../support/examples/simulated-reminders';

const MINUTE_MS = 60_000;

/** What a person does at a time of that day. A closed laptop sleeps until it is next used. */
type Doing = [time: string, what: 'start' | 'stop' | 'lock' | 'return' | 'close'];

const ORDINARY: Doing[] = [
  ['09:00', 'start'],
  ['12:00', 'stop'],
  ['12:01', 'lock'],
  ['13:00', 'return'],
  ['13:02', 'start'],
];
const WEEK: Record<string, Doing[]> = {
  // Forgets to stop, and reads the news.
  '2026-03-09': [
    ['08:55', 'return'],
    ...ORDINARY,
    ['16:55', 'stop'],
    ['16:56', 'start'],
    ['18:12', 'stop'],
    ['18:15', 'close'],
  ],
  // A long absence. Forgets to stop, and closes the laptop.
  '2026-03-10': [
    ['08:55', 'return'],
    ...ORDINARY,
    ['14:05', 'lock'],
    ['14:52', 'return'],
    ['16:55', 'stop'],
    ['16:56', 'start'],
    ['17:30', 'close'],
  ],
  // Stops it when told. A long absence.
  '2026-03-11': [
    ['09:05', 'return'],
    ['09:08', 'stop'],
    ['09:10', 'start'],
    ['10:10', 'lock'],
    ['10:45', 'return'],
    ['12:05', 'stop'],
    ['12:06', 'lock'],
    ['13:04', 'return'],
    ['13:05', 'start'],
    ['17:00', 'stop'],
    ['17:01', 'close'],
  ],
  // A long absence, and a long day.
  '2026-03-12': [
    ['08:55', 'return'],
    ...ORDINARY,
    ['15:00', 'lock'],
    ['15:40', 'return'],
    ['16:55', 'stop'],
    ['16:56', 'start'],
    ['20:30', 'stop'],
    ['20:31', 'close'],
  ],
  // Forgets to start after lunch.
  '2026-03-13': [
    ['08:55', 'return'],
    ...ORDINARY.slice(0, 4),
    ['13:20', 'start'],
    ['17:10', 'stop'],
    ['17:15', 'close'],
  ],
  '2026-03-14': [
    ['11:00', 'return'],
    ['15:00', 'lock'],
  ],
};

test('a week of an ordinary life brings what was forgotten, the absences and the long day, and nothing else', () => {
  const world = newWorld(localMs('2026-03-09 08:00'), EXAMPLE_ZONE, {
    isOn: true,
    rules: { 'not-started': 15 },
  });
  const step = (one: Step) => take(world, one, () => undefined);
  step({ kind: 'lock' });
  const doings = Object.entries(WEEK).flatMap(([date, all]) =>
    all.map(([time, what]) => ({ atMs: localMs(`${date} ${time}`), what })),
  );
  for (const [index, { atMs, what }] of doings.entries()) {
    const minutes = Math.round((atMs - world.nowMs) / MINUTE_MS);
    step({ kind: 'wait', minutes });
    const untilMs = doings[index + 1]?.atMs ?? atMs;
    if (what === 'close') step({ kind: 'sleep', minutes: (untilMs - atMs) / MINUTE_MS });
    else step({ kind: what });
  }
  const week = world.shown.map(({ atMs, title, message }) => {
    const at = new Date(atMs - 3 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
    return `${at} ${title}. ${message}`;
  });
  expect(week).toEqual([
    '03-09 18:10 AD-1 awdawd still runs. Your working hours ended at 6:00 PM.',
    '03-10 14:52 AD-1 awdawd ran while you were away. You were away 2:05 PM – 2:52 PM (0:47 h).',
    '03-11 09:05 AD-1 awdawd ran while you were away. You were away Tue, Mar 10, 5:30 PM – 9:05 AM (15:35 h).',
    '03-11 10:45 AD-1 awdawd ran while you were away. You were away 10:10 AM – 10:45 AM (0:35 h).',
    '03-12 15:40 AD-1 awdawd ran while you were away. You were away 3:00 PM – 3:40 PM (0:40 h).',
    '03-12 18:10 AD-1 awdawd still runs. Your working hours ended at 6:00 PM.',
    '03-13 13:15 No timer running. You have been at the computer since 1:00 PM, and nothing is tracked.',
  ]);
});
