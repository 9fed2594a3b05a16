import type { Schedule } from '../../lib/core/feeds/schedule.ts';

/** Fields of an install in one run of 64 bytes: what a tick needs comes with one look into the memory. NaN stands for null. */
const FIELDS = 8;
const ASKED = 0;
const DUE = 1;
const ANSWERED = 2;
const OLD = 3;
/** When the alarm goes off next. */
export const ALARM = 4;
/** The start of what runs, as the service has it, and as the install knows it. */
export const START = 5;
export const KNOWN_START = 6;
/** When the user switches next. */
export const SWITCH = 7;

/** Many installs: 67 bytes each, whatever they do. */
export interface Installs {
  fields: Float64Array;
  failures: Uint8Array;
  /** Of the last try: a number of the simulation's own, 0 for none. */
  cause: Uint8Array;
  /** Which of the intervals. */
  interval: Uint8Array;
}

export function newInstalls(count: number): Installs {
  return {
    fields: new Float64Array(count * FIELDS).fill(Number.NaN),
    failures: new Uint8Array(count),
    cause: new Uint8Array(count),
    interval: new Uint8Array(count),
  };
}

export function read({ fields }: Installs, id: number, field: number): number {
  return fields[id * FIELDS + field] ?? Number.NaN;
}

export function write({ fields }: Installs, id: number, field: number, value: number): void {
  fields[id * FIELDS + field] = value;
}

/** Fills in the schedule of an install, in an object that is made once: a million of them are not kept. */
export function readSchedule(installs: Installs, id: number, into: Schedule): void {
  into.askedAtMs = known(read(installs, id, ASKED));
  into.dueAtMs = known(read(installs, id, DUE));
  into.failures = installs.failures[id] ?? 0;
  into.answeredAtMs = known(read(installs, id, ANSWERED));
  into.oldAtMs = known(read(installs, id, OLD));
}

export function writeSchedule(installs: Installs, id: number, schedule: Schedule): void {
  write(installs, id, ASKED, schedule.askedAtMs ?? Number.NaN);
  write(installs, id, DUE, schedule.dueAtMs ?? Number.NaN);
  // More than that many make no difference to anybody.
  installs.failures[id] = Math.min(255, schedule.failures);
  write(installs, id, ANSWERED, schedule.answeredAtMs ?? Number.NaN);
  write(installs, id, OLD, schedule.oldAtMs ?? Number.NaN);
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
