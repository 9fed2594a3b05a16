import { expect, test } from 'vitest';
import { dateIn, startOfWeek } from '../../../lib/core/history/calendar';
import type { HistoryDay } from '../../../lib/core/history/days';
import { daysOfProject, totalsOf } from '../../../lib/core/history/totals';
import { SAO_PAULO } from '../../support/examples/example-history';
import type { Heard } from '../../support/worker/heard';
import { type KeptDay, keptDays } from '../../support/worker/history';
import type { Step } from '../../support/worker/simulated-browser';
import { type SimulatedMonth, simulatedMonth } from '../../support/worker/simulated-month';
import { boundsOf, sessionsAt, toldSessions, trackedS } from '../../support/worker/true-month';

const MINUTE_MS = 60_000;
/** What is not new is written this often. */
const WRITE_EVERY_MS = 5 * MINUTE_MS;
/** Without an answer for longer, the browser was not there. */
const UNWATCHED_MS = 16 * MINUTE_MS;
/** `Date` has whole seconds: where the browser counts on by its own clock, it may be so much behind the service's. */
const SECOND_MS = 1000;

/** Always the same month. Choose another one with `OLIE_SEED`. */
const seed = Number(process.env.OLIE_SEED ?? 1);

/**
 * To the second: all that Olie had counted by the last answer, and what later answers told of the rest of the day. So the
 * total lacks just what ran after the last answer and was named by no later one: nothing where nothing ran then, and at
 * most 16 minutes on a day that is not called partial. Changes that came after the last answer nobody can know.
 */
function expectRightDay(day: KeptDay, month: SimulatedMonth) {
  const { date, answeredAtMs, totalS, isPartial } = day;
  const { startMs, endMs } = boundsOf(date);
  const parts = day.parts.map(({ session }) => session);
  const afterS = trackedS(parts, answeredAtMs, endMs);
  const saidS = trackedS(sessionsAt(month, answeredAtMs).values(), startMs, answeredAtMs);
  expect(totalS, `${date}: what was said, and what is known of the rest`).toBe(saidS + afterS);

  const unknownMs = endMs - answeredAtMs - afterS * 1000;
  expect(isPartial, `${date}: partial`).toBe(unknownMs > UNWATCHED_MS);

  const lateChanges = month.person.changes.filter(
    ({ atMs }) => atMs > answeredAtMs && dateIn(SAO_PAULO, atMs) === date,
  );
  if (lateChanges.length > 0) return 'changed';
  const truth = [...sessionsAt(month, Number.POSITIVE_INFINITY).values()];
  const lackS = trackedS(truth, startMs, endMs) - totalS;
  const unseenS = trackedS(truth, answeredAtMs, endMs) - afterS;
  expect(lackS, `${date}: lacks what ran unseen`).toBe(unseenS);
  expect(lackS).toBeGreaterThanOrEqual(0);
  if (!isPartial) expect(lackS).toBeLessThanOrEqual(UNWATCHED_MS / 1000);
  return isPartial ? 'partial' : lackS > 0 ? 'whole, with a rest unseen' : 'whole';
}

/**
 * A day is known up to its last answer if the browser lived on until the first answer of a later day. If it was closed
 * or killed meanwhile, what was not new may not be written for five minutes.
 * @returns how many days were confirmed to their last answer
 */
function expectLastAnswersKept(days: KeptDay[], heard: Heard[]): number {
  let confirmed = 0;
  for (const { date, answeredAtMs } of days) {
    const ofDay = (answer: Heard | undefined) =>
      answer !== undefined && dateIn(SAO_PAULO, answer.atMs) === date;
    const last = heard.findLast((answer) => ofDay(answer) && !answer.isLost);
    if (last === undefined) continue;
    const next = heard[heard.indexOf(last) + 1];
    const isFollowed = next?.life === last.life && !next.isLost;
    const leastMs = last.atMs - (isFollowed ? SECOND_MS : WRITE_EVERY_MS);
    if (isFollowed) confirmed += 1;
    expect(answeredAtMs, `${date}: last answer`).toBeGreaterThanOrEqual(leastMs);
    const newestMs = heard.findLast(ofDay)?.atMs ?? 0;
    expect(answeredAtMs, `${date}: last answer`).toBeLessThan(newestMs + SECOND_MS);
  }
  return confirmed;
}

/** Every session that was named, with its newest times, and none that a later answer of its day lacked. */
function expectSessionsAsTold(days: KeptDay[], heard: Heard[]) {
  const listed = new Map(
    days.flatMap(({ parts }) => parts.map(({ session }) => [session.id, session] as const)),
  );
  const counts = { gone: 0, listed: 0, unsure: 0 };
  const [first, last] = [days[0], days.at(-1)];
  for (const [id, told] of toldSessions(heard)) {
    const { startedAtMs, finishedAtMs, isGone, isUnsure } = told;
    const toldAtMs = told.heard.atMs;
    if (startedAtMs >= (last?.endMs ?? 0)) continue;
    if ((finishedAtMs ?? toldAtMs) <= (first?.startMs ?? 0)) continue;
    if (isUnsure) counts.unsure += 1;
    else if (isGone) {
      counts.gone += 1;
      expect(listed.has(id), `deleted ${id}`).toBe(false);
    } else {
      counts.listed += 1;
      const session = listed.get(id);
      expect(session?.startedAtMs, id).toBe(startedAtMs);
      if (finishedAtMs !== null) expect(session?.finishedAtMs, id).toBe(finishedAtMs);
      else {
        expect(session?.finishedAtMs).toBeGreaterThan(toldAtMs - WRITE_EVERY_MS - SECOND_MS);
        expect(session?.finishedAtMs).toBeLessThan(toldAtMs + SECOND_MS);
      }
    }
  }
  return counts;
}

function expectSumsAgree(days: HistoryDay[]) {
  const { totalS, projects } = totalsOf(days);
  const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
  expect(sum(days.map((day) => day.totalS))).toBe(totalS);
  expect(sum(projects.map(({ seconds }) => seconds))).toBe(totalS);
  const sundays = new Set(days.map(({ date }) => startOfWeek(date, 7)));
  const weeks = [...sundays].map((sunday) =>
    days.filter(({ date }) => startOfWeek(date, 7) === sunday),
  );
  expect(sum(weeks.map((week) => totalsOf(week).totalS))).toBe(totalS);
  for (const { project, seconds } of projects) {
    if (project === null) continue;
    expect(totalsOf(daysOfProject(days, project.key)).totalS, project.name).toBe(seconds);
  }
}

/** One transaction for an answer at most, and none if nothing is new and the last one is not old. */
function expectFewWrites(steps: Step[]) {
  let last: { atMs: number; heard: Heard } | null = null;
  for (const { atMs, answers, writes } of steps) {
    expect(writes).toBeLessThanOrEqual(answers.length);
    const heard = answers.at(-1);
    const isNothingNew =
      heard !== undefined &&
      !heard.isLost &&
      last !== null &&
      heard.life === last.heard.life &&
      heard.deeds === last.heard.deeds &&
      dateIn(SAO_PAULO, atMs) === dateIn(SAO_PAULO, last.atMs) &&
      atMs - last.atMs < WRITE_EVERY_MS;
    if (isNothingNew) expect(writes, 'nothing is new').toBe(0);
    if (heard !== undefined && writes > 0) last = { atMs, heard };
  }
}

test(`a month of a person and their browser is in the history as it was (OLIE_SEED=${seed})`, {
  timeout: 180_000,
}, async () => {
  const month = await simulatedMonth(seed);
  const { counts, heard, steps } = month.browser;
  const days = await keptDays(month.dates);
  const kinds = days.map((day) => expectRightDay(day, month));
  const followed = expectLastAnswersKept(days, heard);
  const sessions = expectSessionsAsTold(days, heard);
  expectSumsAgree(days);
  expectFewWrites(steps);
  // The month had something of everything.
  expect(kinds).toEqual(expect.arrayContaining(['whole', 'partial']));
  expect(Math.min(followed, sessions.gone, counts.kills, counts.faults)).toBeGreaterThan(2);
  expect(sessions.listed).toBeGreaterThan(30);
});
