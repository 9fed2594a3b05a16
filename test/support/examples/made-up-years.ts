import { addDays, startOfDate, weekday } from '../../../lib/core/history/calendar.ts';
import type { DayRecord, Records, SessionRecord } from '../../../lib/core/history/records.ts';
import type { Zone } from '../../../lib/core/time/time-zone.ts';
import { exampleExecution } from './example-timer.ts';

/** An ordinary year: working days without holidays, and sessions in each. */
const DAYS_A_YEAR = 250;
const SESSIONS_A_DAY = 8;
const PROJECTS = 6;
const MINUTE_MS = 60_000;
const OPENED_AT_MS = 8 * 60 * MINUTE_MS;
const SESSION_MS = 48 * MINUTE_MS;
const PAUSE_MS = 11 * MINUTE_MS;
const EXAMPLE = exampleExecution();

/**
 * Years of ordinary use before a day: 250 working days of eight sessions for each year.
 *
 * @param before the date after the last day
 */
export function madeUpYears(years: number, before: string, zone: Zone, personId: string): Records {
  const records: Records = { days: [], sessions: [] };
  let date = before;
  while (records.days.length < years * DAYS_A_YEAR) {
    date = addDays(date, -1);
    if (weekday(date) > 5) continue;
    const { day, sessions } = madeUpDay(date, zone, personId, records.days.length);
    records.days.push(day);
    records.sessions.push(...sessions);
  }
  return records;
}

function madeUpDay(
  date: string,
  zone: Zone,
  personId: string,
  index: number,
): { day: DayRecord; sessions: SessionRecord[] } {
  const startMs = startOfDate(date, zone);
  const answeredAtMs = startMs + 18 * 60 * MINUTE_MS;
  const sessions = Array.from({ length: SESSIONS_A_DAY }, (_, place) => {
    const startedAtMs = startMs + OPENED_AT_MS + place * (SESSION_MS + PAUSE_MS);
    const project = (index + place) % PROJECTS;
    return {
      ...EXAMPLE,
      projectId: `made-${project}`,
      projectCode: `P-${project}`,
      projectName: `Projeto de exemplo ${project}`,
      // As long as those of the service.
      id: `00000000-0000-4000-8000-${date.replaceAll('-', '')}${String(place).padStart(4, '0')}`,
      personId,
      date,
      startedAtMs,
      finishedAtMs: startedAtMs + SESSION_MS,
      finishedReason: 'self_stop',
      seenAtMs: answeredAtMs,
      isRunning: false,
    };
  });
  const totalS = (SESSIONS_A_DAY * SESSION_MS) / 1000;
  const day = {
    personId,
    date,
    startMs,
    zone,
    totalS,
    idleS: (answeredAtMs - startMs) / 1000 - totalS,
    isHidden: false,
    answeredAtMs,
    completeAtMs: answeredAtMs,
    watched: [{ fromMs: startMs + OPENED_AT_MS, toMs: answeredAtMs }],
  };
  return { day, sessions };
}
