import { addDays, datesBetween, startOfDate, weekday } from '../../../lib/core/history/calendar.ts';
import type { DayRecord, Records, SessionRecord } from '../../../lib/core/history/records.ts';
import { secondsIn } from '../../../lib/core/history/seconds-in.ts';
import type { Zone } from '../../../lib/core/time/time-zone.ts';
import { exampleExecution } from './example-timer.ts';

const DAYS = 28;
const SEED = 20261126;
const MINUTE_MS = 60_000;

const EXAMPLE = exampleExecution();
const PROJECTS = [
  // The one that the stand-in's timer runs on.
  { projectId: EXAMPLE.projectId, projectCode: 'AD-1', projectName: 'awdawd', hourlyRate: 50 },
  {
    projectId: 'made-website',
    projectCode: 'SITE-2026',
    projectName: 'Novo site',
    hourlyRate: 120,
  },
  { projectId: 'made-suporte', projectCode: 'OPS', projectName: 'Suporte', hourlyRate: 0 },
];
const STEPS = [
  { stepId: '1', stepName: 'tres', funnelName: 'funil do abacaxi' },
  { stepId: '9', stepName: 'Revisão de conteúdo', funnelName: 'Produção' },
  { stepId: '4', stepName: 'Atendimento', funnelName: '' },
];

/** A weekday of one of the weeks, counted back: 1 for the seven days before. */
const CLOSED_EARLY = { week: 2, weekday: 2 };
const CLOSED_BETWEEN = { week: 1, weekday: 2 };
const ADJUSTED = { week: 1, weekday: 1 };
/** When the browser was closed, in minutes of the day. */
const CLOSED_AT = 15 * 60 + 30;
const AWAY_AT = 14 * 60 + 10;

/**
 * Four weeks of an ordinary person before a day: working days with some sessions each, weekends of which nothing is known, one day whose
 * end the browser did not see, an adjusted session. Always the same for the same day.
 *
 * @param before the date after the last day
 */
export function madeUpWeeks(before: string, zone: Zone, personId: string): Records {
  const random = randomNumbers(SEED);
  const dates = datesBetween(addDays(before, -DAYS), addDays(before, -1));
  const made = dates.map((date, index) => madeUpDay(date, DAYS - index, zone, personId, random));
  const days = made.flatMap(({ day }) => day ?? []);
  return { days, sessions: made.flatMap(({ sessions }) => sessions) };
}

function madeUpDay(
  date: string,
  daysBefore: number,
  zone: Zone,
  personId: string,
  random: (least: number, most: number) => number,
): { day: DayRecord | null; sessions: SessionRecord[] } {
  const startMs = startOfDate(date, zone);
  const endMs = startOfDate(addDays(date, 1), zone);
  const at = (minute: number) => startMs + minute * MINUTE_MS;
  const is = (one: { week: number; weekday: number }) =>
    one.weekday === weekday(date) && one.week === Math.ceil(daysBefore / 7);
  const answeredAtMs = is(CLOSED_EARLY) ? at(CLOSED_AT) : endMs - 4 * MINUTE_MS;
  const sessions: SessionRecord[] = [];
  let minute = 8 * 60 + random(30, 75);
  for (let index = 0; index < random(3, 5); index++) {
    const endsAt = minute + random(50, 175);
    if (at(endsAt) > answeredAtMs) break;
    const which = index === 0 ? 0 : random(0, 2);
    const isAdjusted = index === 0 && is(ADJUSTED);
    sessions.push({
      ...EXAMPLE,
      ...PROJECTS[which],
      ...STEPS[which],
      id: `made-${date}-${index}`,
      personId,
      date,
      startedAtMs: at(minute) + random(0, 59) * 1000,
      finishedAtMs: at(endsAt) + random(0, 59) * 1000,
      recordedStartMs: isAdjusted ? at(minute) : null,
      recordedFinishMs: isAdjusted ? at(endsAt - 9) : null,
      finishedReason: 'self_stop',
      seenAtMs: answeredAtMs,
      isRunning: false,
    });
    minute = endsAt + random(5, 60);
  }
  if (weekday(date) > 5) return { day: null, sessions: [] };
  const totalS = sessions.reduce((sum, one) => sum + secondsIn(one, startMs, endMs), 0);
  const opened = at(8 * 60);
  const watched = is(CLOSED_BETWEEN)
    ? [
        { fromMs: opened, toMs: at(AWAY_AT) },
        { fromMs: at(CLOSED_AT), toMs: answeredAtMs },
      ]
    : [{ fromMs: opened, toMs: answeredAtMs }];
  const day = {
    personId,
    date,
    startMs,
    zone,
    totalS,
    idleS: Math.round((answeredAtMs - startMs) / 1000) - totalS,
    isHidden: false,
    answeredAtMs,
    completeAtMs: answeredAtMs,
    watched,
  };
  return { day, sessions };
}

/** Whole numbers between two bounds, both included, that look random and are always the same. (mulberry32) */
function randomNumbers(seed: number): (least: number, most: number) => number {
  let state = seed;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return least + Math.floor(fraction * (most - least + 1));
  };
}
