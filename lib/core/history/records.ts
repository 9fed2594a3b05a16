import { sessionSchema } from '../olie/timer';
import { isZone, type Zone } from '../time/time-zone';
import * as z from '../zod';
import { isDate } from './calendar';

/** A calendar date, `YYYY-MM-DD`. */
const date = z.custom<string>(isDate);
const moment = z.boundedNumber();

/** A part of the time line, epoch milliseconds on the server's clock. */
export const stretchSchema = z.object({ fromMs: moment, toMs: moment });
export type Stretch = z.infer<typeof stretchSchema>;

/** Somebody whose history is kept: an account of one installation of Olie. */
export const personSchema = z.object({
  /** The API's origin and the user's id there (`personId`). */
  id: z.string(),
  name: z.string(),
  /** The connection that last told of them. An answer that names nobody is of the same person. */
  connectionId: z.string(),
  /** When it did, on the server's clock. */
  seenAtMs: moment,
});
export type Person = z.infer<typeof personSchema>;

/** What was told of a day. */
export const dayRecordSchema = z.object({
  personId: z.string(),
  /** In the service's zone. */
  date,
  startMs: moment,
  zone: z.custom<Zone>(isZone),
  /** Tracked so far, as the service counts; null if it did not tell, or hid it. */
  totalS: z.nullable(moment),
  idleS: z.nullable(moment),
  /** The account hides times from this user. */
  isHidden: z.boolean(),
  /** The moment for which the numbers are true. */
  answeredAtMs: moment,
  /** The newest answer that named every session of the day; null if none did. What such an answer lacks was deleted. */
  completeAtMs: z.nullable(moment),
  /** When this browser asked again and again, in order. Between these it was closed, asleep or offline. */
  watched: z.rows(stretchSchema),
});
export type DayRecord = z.infer<typeof dayRecordSchema>;

/** What Olie expected of the user on a project, all days together, as of that moment. */
const expectedSchema = z.object({ seconds: moment, toldAtMs: moment });
export type Expected = z.infer<typeof expectedSchema>;

/** What was told of a session. While it runs, it has lasted until `finishedAtMs` at least. */
export const sessionRecordSchema = z.object({
  ...sessionSchema.shape,
  personId: z.string(),
  /** The date on which it ended, or until which it is known to have run. */
  date,
  /** The newest answer that named it. */
  seenAtMs: moment,
  isRunning: z.boolean(),
  /** On its project. Left out if nothing was told of it. */
  expected: z.catch(z.optional(expectedSchema), undefined),
});
export type SessionRecord = z.infer<typeof sessionRecordSchema>;

/** What one answer tells, or several of the same person. */
export interface Records {
  days: DayRecord[];
  sessions: SessionRecord[];
}

/** Whom a connection last told of; undefined if of nobody. */
export function lastTold(persons: Person[], connectionId: string): Person | undefined {
  return persons
    .filter((person) => person.connectionId === connectionId)
    .sort((a, b) => b.seenAtMs - a.seenAtMs)[0];
}

/** @param origin of the API: "https://api.olie.ai" */
export function personIdOf(origin: string, userId: string): string {
  return `${origin} ${userId}`;
}
