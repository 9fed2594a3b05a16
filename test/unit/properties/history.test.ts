import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, dateIn, datesBetween, startOfWeek } from '../../../lib/core/history/calendar';
import { type HistoryDay, historyDays } from '../../../lib/core/history/days';
import { mergedRecords } from '../../../lib/core/history/merge';
import { observed } from '../../../lib/core/history/observed';
import type { Records, SessionRecord } from '../../../lib/core/history/records';
import { type Session, sessionSeconds } from '../../../lib/core/olie/timer';
import { dayAt } from '../../../lib/core/time/day';
import { runs, seeded } from '../../support/examples/arbitrary';
import {
  inOrder,
  localMs,
  PERSON,
  SAO_PAULO,
  session,
  withExpected,
} from '../../support/examples/example-history';
import { EXAMPLE_ZONE, exampleTimer } from '../../support/examples/example-timer';

beforeAll(() => {
  seeded();
});

const HOUR_MS = 3_600_000;
const FROM_MS = localMs('2026-03-11 00:00');
const NOTHING: Records = { days: [], sessions: [] };
const DATES = ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14'];

/** Sessions of three days, some over midnight, some without an id, some adjusted from answer to answer. */
const sessions = fc
  .tuple(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'), fc.nat(72 * 3600), fc.nat(6 * 3600))
  .map(([id, startS, lengthS]) => {
    const startedAtMs = FROM_MS + startS * 1000 + 123;
    const times = { startedAtMs, finishedAtMs: startedAtMs + lengthS * 1000 };
    return { ...session(id, '2026-03-11 00:00', '2026-03-11 01:00'), ...times };
  });

/** Answers of these days. Some add up, and so name every session of their day. */
const answers = fc
  .record({
    recent: fc.uniqueArray(sessions, { maxLength: 4, selector: ({ id }) => id }),
    atS: fc.integer({ min: 1, max: 72 * 3600 }),
    isWhole: fc.boolean(),
    isRunning: fc.boolean(),
    expectedS: fc.option(fc.nat(3)),
  })
  .map(({ recent, atS, isWhole, isRunning, expectedS }) =>
    withExpected(answer(recent, FROM_MS + atS * 1000, isWhole, isRunning), FROM_MS, expectedS),
  );

function answer(recent: Session[], atMs: number, isWhole: boolean, isRunning: boolean): Records {
  const { startMs } = dayAt(atMs, EXAMPLE_ZONE);
  const ended = recent.filter(({ finishedAtMs }) => finishedAtMs <= atMs);
  const current = isRunning
    ? { ...exampleTimer().current, id: 'r', startedAtMs: atMs - 900_000 }
    : null;
  const parts = [
    ...ended,
    ...(current ? [{ startedAtMs: atMs - 900_000, finishedAtMs: atMs }] : []),
  ];
  const knownS = parts.reduce((sum, { startedAtMs, finishedAtMs }) => {
    return sum + Math.max(0, Math.floor((finishedAtMs - Math.max(startMs, startedAtMs)) / 1000));
  }, 0);
  const totalS = isWhole ? knownS : knownS + 600;
  const idleS = (atMs - startMs) / 1000 - totalS;
  // The example runs.
  const timer = exampleTimer({
    answeredAtMs: atMs,
    current: current as never,
    recent: ended,
    totalS,
    idleS,
  });
  return observed(timer, atMs, PERSON, EXAMPLE_ZONE);
}

const merge = (all: Records[]) => all.reduce(mergedRecords, NOTHING);

test('answers in any order, repeated, and merged in any groups give the same history', () => {
  fc.assert(
    fc.property(
      fc
        .array(answers, { minLength: 1, maxLength: 8 })
        .chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
            fc.nat(2 * all.length),
          ),
        ),
      ([all, shuffled, cut]) => {
        const inGroups = mergedRecords(merge(shuffled.slice(cut)), merge(shuffled.slice(0, cut)));
        expect(inOrder(inGroups)).toEqual(inOrder(merge(all)));
      },
    ),
    { numRuns: runs(100) },
  );
});

test('the seconds of the projects are those of the day, and no day has more than it lasts', () => {
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 8 }), (all) => {
      for (const day of historyDays(DATES, merge(all), SAO_PAULO, FROM_MS + 100 * HOUR_MS)) {
        const ofProjects = day.projects.reduce((sum, { seconds }) => sum + seconds, 0);
        expect(ofProjects).toBe(day.totalS);
        for (const { seconds } of day.projects) expect(seconds).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: runs(100) },
  );
});

test('yesterday never changes because of what is told today', () => {
  const yesterday = (all: Records[]) =>
    historyDays(['2026-03-12'], merge(all), SAO_PAULO, localMs('2026-03-14 12:00'));
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 6 }), answers, (all, today) => {
      // A session over midnight that was told today is of both days.
      const before = all.filter(({ days }) => (days[0]?.date ?? '') < '2026-03-13');
      const [day] = today.days;
      const isOfToday = ({ startedAtMs }: SessionRecord) =>
        startedAtMs >= localMs('2026-03-13 00:00');
      fc.pre(day?.date === '2026-03-13' && today.sessions.every(isOfToday));
      // The same id on both days is one session.
      const own = {
        ...today,
        sessions: today.sessions.map((one) => ({ ...one, id: `t ${one.id}` })),
      };
      expect(yesterday([...before, own])).toEqual(yesterday(before));
    }),
    { numRuns: runs(100) },
  );
});

const ZONES = [
  'America/Sao_Paulo',
  'America/New_York',
  'Europe/Lisbon',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Cairo',
];

test('sums of days, projects and weeks agree to the second, over midnights and days of 23 and 25 hours', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-23', '2026-10-24', '2026-10-30'),
      fc.array(fc.tuple(fc.nat(12 * 24 * 3_600_000), fc.nat(50 * 3_600_000), fc.nat(2)), {
        maxLength: 12,
      }),
      fc.constantFrom(1, 6, 7),
      (timeZone, first, lengths, firstDay) => {
        const zone = { kind: 'named', timeZone } as const;
        const [from, to] = [startOfWeek(addDays(first, -3), firstDay), addDays(first, 25)];
        const startMs = Date.parse(`${first}T00:00:00Z`);
        const records = lengths.map(([afterMs, lengthMs, project], index) => {
          const times = {
            startedAtMs: startMs + afterMs,
            finishedAtMs: startMs + afterMs + lengthMs,
          };
          const one = { ...session(`s${index}`, '2026-03-11 00:00', '2026-03-11 01:00'), ...times };
          const date = dateIn(zone, one.finishedAtMs - 1);
          const told = { personId: PERSON, date, seenAtMs: one.finishedAtMs, isRunning: false };
          return { ...one, ...told, projectId: `p${project}` };
        });
        const days = historyDays(
          datesBetween(from, to),
          { days: [], sessions: records },
          zone,
          startMs,
        );
        const wholeS = records.reduce((sum, one) => sum + sessionSeconds(one), 0);
        expect(totalOf(days)).toBe(wholeS);
        const weeks = new Map<string, HistoryDay[]>();
        for (const day of days) {
          const week = startOfWeek(day.date, firstDay);
          weeks.set(week, [...(weeks.get(week) ?? []), day]);
        }
        expect([...weeks.values()].reduce((sum, week) => sum + totalOf(week), 0)).toBe(wholeS);
        const ofProjects = days.flatMap(({ projects }) => projects);
        expect(ofProjects.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(wholeS);
        // Each day begins where the one before ends.
        days.forEach(({ startMs: begin }, index) => {
          if (index > 0) expect(begin).toBe(days[index - 1]?.endMs);
        });
      },
    ),
    { numRuns: runs(100) },
  );
});

function totalOf(days: HistoryDay[]): number {
  return days.reduce((sum, { totalS }) => sum + totalS, 0);
}
