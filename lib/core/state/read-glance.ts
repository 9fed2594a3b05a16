import { isUnconfirmed } from '../feeds/freshness';
import { isNumber } from '../fields';
import type { Timer } from '../olie/timer';
import { DAY_MS, fixedZoneOfDay, type Zone } from '../time/time-zone';
import { STATE_VERSION } from './state-version';

/**
 * What of a state the popup's first frame shows (see glance.ts). Flat and without null, so that it is soon read without
 * the schemas: on a slow machine (CPU slowed four times) to load them takes 10 ms, and to parse a state with them 5.
 */
const FIELDS = {
  version: 'number',
  connectionId: 'string',
  /** How far the server's clock is ahead of the browser's. */
  offsetMs: 'number',
  startOfDayMs: 'number',
  startedAtMs: 'number',
  hourlyRate: 'number',
  projectCode: 'string',
  projectName: 'string',
  stepName: 'string',
  funnelName: 'string',
  /** '' where the user is not known. */
  userName: 'string',
  /** '' where there is none. */
  avatarUrl: 'string',
} as const;
const ROW = { connectionId: 'string' } as const;
const SCHEDULE = { oldAtMs: 'number' } as const;

interface Types {
  string: string;
  number: number;
}
type Having<Fields extends Record<string, keyof Types>> = {
  [Name in keyof Fields]: Types[Fields[Name]];
};
export type Glance = Having<typeof FIELDS>;

/** How far a wall clock is ahead of UTC at a moment, in milliseconds. */
type Offset = (atMs: number) => number;

/** What the popup shows first. */
export interface FirstSight {
  timer: Timer;
  zone: Zone;
  offsetMs: number;
}

/**
 * Null where no glance is stored, where it is old, and for whatever is odd: then nothing is shown before the schemas
 * have had their say.
 * @param nowMs browser's clock
 * @param browserOffset of the browser's wall clock
 */
export function readGlance(
  glance: unknown,
  schedules: unknown,
  nowMs: number,
  browserOffset: Offset,
): FirstSight | null {
  if (!has(glance, FIELDS) || glance.version !== STATE_VERSION || !Array.isArray(schedules)) {
    return null;
  }
  const { connectionId, startOfDayMs, startedAtMs, offsetMs, userName, avatarUrl } = glance;
  const row: unknown = schedules.find((one) => has(one, ROW) && one.connectionId === connectionId);
  const schedule = has(row, ROW) && 'schedule' in row && row.schedule;
  if (!has(schedule, SCHEDULE) || isUnconfirmed(schedule.oldAtMs, nowMs)) return null;
  return {
    offsetMs,
    zone: zoneOf(startOfDayMs, startedAtMs, browserOffset),
    timer: {
      ...NOT_IN_SIGHT,
      current: { ...NOT_IN_SIGHT.current, ...glance },
      user: userName === '' ? null : { name: userName, avatarUrl: avatarUrl || null },
    },
  };
}

/** What a timer has beside, and the hero does not show while it runs. */
const NOT_IN_SIGHT = {
  answeredAtMs: 0,
  recent: [],
  earlier: [],
  hidden: false,
  totalS: null,
  idleS: null,
  projectTotalS: null,
  stepTotalS: null,
  followedId: '',
  current: { id: '', recordedStartMs: null, recordedFinishMs: null, projectId: '', stepId: '' },
};

/** The zone for a moment of the user's day, as `dayOf` finds it by `Intl` objects that take 5 ms on a slow machine. */
function zoneOf(startOfDayMs: number, atMs: number, browserOffset: Offset): Zone {
  const dayAt = (moment: number) => Math.floor((moment + browserOffset(moment)) / DAY_MS);
  return dayAt(startOfDayMs - 1) < dayAt(startOfDayMs)
    ? { kind: 'fixed', offsetMs: browserOffset(atMs) }
    : fixedZoneOfDay(startOfDayMs, browserOffset(startOfDayMs));
}

/** True for an object that has those fields, each of its type. */
function has<const Fields extends Record<string, keyof Types>>(
  value: unknown,
  fields: Fields,
): value is Having<Fields> {
  // Of any object: a field that it lacks is undefined.
  const row = value as Record<string, unknown> | null;
  return (
    typeof row === 'object' &&
    row !== null &&
    Object.entries(fields).every(([name, type]) =>
      type === 'number' ? isNumber(row[name]) : typeof row[name] === type,
    )
  );
}
