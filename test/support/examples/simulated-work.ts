/** A person's hours, workflows and agent runs, and what their browser has heard of them. */
import { type Ledger, NO_LEDGER } from '../../../lib/core/reminders/ledger.ts';
import type { ReminderPreferences } from '../../../lib/core/settings/reminder-preferences.ts';

export const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** The person is in São Paulo, which is three hours behind UTC all year. */
const OFFSET_MS = 180 * MINUTE_MS;
export const GOAL_S = 5400;
export const EXPECTED_S = 3600;

interface Execution {
  id: string;
  project: string;
  fromMs: number;
  toMs: number | null;
}

/** A workflow or a run. */
export interface Job {
  id: string;
  beganAtMs: number;
  /** Null until it ends. */
  status: string | null;
  endedAtMs: number | null;
}

/** What is so. */
export interface Truth {
  atMs: number;
  executions: Execution[];
  workflows: Job[];
  runs: Job[];
}

export interface Shown {
  id: string;
  atMs: number;
  /** What the last answers said. */
  heard: Truth;
  estimate: Estimate | null;
  looked: ReadonlySet<string>;
  isLocked: boolean;
  isMuted: boolean;
}

/** What was tracked on the project at a moment. */
export interface Estimate {
  project: string;
  atMs: number;
  trackedS: number;
}

export interface Work {
  reminders: ReminderPreferences;
  truth: Truth;
  before: Truth;
  network: 'good' | 'late' | 'gone';
  kill: 'storing' | 'showing' | null;
  /** A kill was set in this minute: it may cost a round. */
  isTroubled: boolean;
  isLocked: boolean;
  /** The workflows whose bad end was looked at. */
  looked: ReadonlySet<string>;
  /** What the browser knows and keeps. */
  heard: Truth | null;
  estimate: Estimate | null;
  ledger: Ledger;
  /** The workflows and runs that an answer showed before they ended. */
  wereOpen: Set<string>;
  shown: Shown[];
}

export function newWork(startMs: number, reminders: ReminderPreferences): Work {
  const truth = { atMs: startMs, executions: [], workflows: [], runs: [] };
  return {
    ...{ reminders, truth, before: truth, network: 'good', kill: null, isTroubled: false },
    ...{ isLocked: false, looked: new Set(), heard: null, estimate: null, ledger: NO_LEDGER },
    ...{ wereOpen: new Set(), shown: [] },
  };
}

/** Minutes since midnight, and the date, on the person's wall clock. */
export function wallClock(atMs: number): { date: string; minute: number; isWorkday: boolean } {
  const wall = new Date(atMs - OFFSET_MS);
  return {
    date: wall.toISOString().slice(0, 10),
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
    isWorkday: wall.getUTCDay() % 6 !== 0,
  };
}

export function midnightBefore(atMs: number): number {
  return Math.floor((atMs - OFFSET_MS) / DAY_MS) * DAY_MS + OFFSET_MS;
}

/** Seconds tracked between two moments, of one project or of all. */
export function trackedS(executions: Execution[], fromMs: number, toMs: number, project?: string) {
  return executions
    .filter((one) => project === undefined || one.project === project)
    .map((one) => Math.min(one.toMs ?? toMs, toMs) - Math.max(one.fromMs, fromMs))
    .reduce((sum, ms) => sum + Math.max(0, ms) / 1000, 0);
}
