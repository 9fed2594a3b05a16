import { amount } from '../olie/timer';
import type { Zone } from '../time/time-zone';
import type { HistoryDay, SessionPart } from './days';
import { type ProjectTime, projectKey, shares, sumOf } from './projects';

/** Minutes to whose multiples a sheet's times are rounded; 0 for none. */
export const ROUNDINGS = [0, 5, 6, 15, 30] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** A row of the sheet. What it does not tell is null, or ''. */
export interface SheetRow {
  date: string;
  /** In which its moments are shown. */
  zone: Zone;
  /** Null if no session explains this time. */
  project: ProjectTime['project'];
  /** Epoch milliseconds, as all moments here. */
  startMs: number | null;
  /** Null if it still runs. */
  endMs: number | null;
  /** Whole seconds. */
  seconds: number | null;
  funnelName: string;
  stepName: string;
  reason: string;
  /** As the session was recorded, if it was adjusted later. */
  recordedStartMs: number | null;
  recordedFinishMs: number | null;
  /** Currency units an hour. */
  hourlyRate: number | null;
  /** Currency units. */
  amount: number | null;
}

/**
 * The rows of each day, in the order of their starts; last comes the time that no session explains. Their seconds add up
 * to the day's total.
 * @param roundingMin rounds the sum of each project and day to the nearest multiple, up from the half: 7:30 to 10 minutes,
 * 7:29 to 5, 2:29 to 0. Each project then has one row a day: from its first start to its last end, with the texts in which
 * all of its sessions agree. The rows add up to their own sum then.
 */
export function sheetRows(days: HistoryDay[], roundingMin: Rounding): SheetRow[] {
  return days.flatMap((day) => {
    const ofEach = day.projects.map((time) => rowsOf(day, time));
    const rows = roundingMin === 0 ? ofEach.flat() : ofEach.map((few) => joined(few, roundingMin));
    const start = ({ startMs }: SheetRow) => startMs ?? Number.MAX_VALUE;
    const inOrder = rows.toSorted((a, b) => start(a) - start(b));
    return day.isHidden ? inOrder.map(withoutTimes) : inOrder;
  });
}

/** The rows of a project in a day: one for each part of a session, oldest first. */
function rowsOf(day: HistoryDay, { project, seconds }: ProjectTime): SheetRow[] {
  const empty = { ...NOTHING, date: day.date, zone: day.zone };
  const parts = day.parts
    .filter(({ session }) => projectKey(session) === project?.key)
    .sort((a, b) => a.fromMs - b.fromMs);
  if (parts.length === 0) return [{ ...empty, project, seconds }];
  const partsS = shares(
    parts.map((part) => part.seconds),
    seconds,
  );
  return parts.map((part, index) => {
    const partS = partsS[index] ?? 0;
    return { ...empty, project, ...fieldsOf(part), seconds: partS, ...earned(part, partS) };
  });
}

const NOTHING = {
  project: null,
  startMs: null,
  endMs: null,
  seconds: null,
  funnelName: '',
  stepName: '',
  reason: '',
  recordedStartMs: null,
  recordedFinishMs: null,
  hourlyRate: null,
  amount: null,
};

function fieldsOf({ session, fromMs, toMs }: SessionPart) {
  const { funnelName, stepName, recordedStartMs, recordedFinishMs } = session;
  const goesOn = session.isRunning && toMs === session.finishedAtMs;
  return {
    startMs: fromMs,
    endMs: goesOn ? null : toMs,
    funnelName,
    stepName,
    reason: session.finishedReason ?? '',
    recordedStartMs,
    recordedFinishMs,
  };
}

function earned({ session: { hourlyRate } }: SessionPart, seconds: number) {
  const has = hourlyRate > 0;
  return { hourlyRate: has ? hourlyRate : null, amount: has ? amount(hourlyRate, seconds) : null };
}

/** The rows of one project and day as one, with their rounded sum. */
function joined(rows: SheetRow[], roundingMin: number): SheetRow {
  // `rowsOf` gives one at least.
  const [first] = rows as [SheetRow];
  const seconds = rows.reduce((sum, row) => sum + (row.seconds ?? 0), 0);
  const roundedS = rounded(seconds, roundingMin * 60);
  const earnedAmount = rows.map((row) => row.amount).reduce(sumOf);
  // Oldest first. Only the last one tells whether the work still goes on: an older one may never have been seen to end.
  const ends = rows.map(({ endMs }) => endMs);
  const common = <Key extends keyof SheetRow>(key: Key, none: SheetRow[Key]) =>
    rows.every((row) => row[key] === first[key]) ? first[key] : none;
  return {
    ...first,
    endMs: ends.at(-1) === null ? null : Math.max(...ends.map((endMs) => endMs ?? 0)),
    seconds: roundedS,
    funnelName: common('funnelName', ''),
    stepName: common('stepName', ''),
    reason: common('reason', ''),
    recordedStartMs: common('recordedStartMs', null),
    recordedFinishMs: common('recordedFinishMs', null),
    hourlyRate: common('hourlyRate', null),
    amount: earnedAmount && earnedAmount * (roundedS / seconds),
  };
}

/** To the nearest multiple, up from the half. */
function rounded(seconds: number, stepS: number): number {
  return Math.floor(seconds / stepS + 0.5) * stepS;
}

/** The row of an account that hides times: what was done, not how long. Moments and amounts would tell that, too. */
function withoutTimes({ date, zone, project, funnelName, stepName, reason }: SheetRow): SheetRow {
  return { ...NOTHING, date, zone, project, funnelName, stepName, reason };
}
