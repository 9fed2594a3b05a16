import { parseJson } from '../feeds/parse-json';
import { type Refusal, refused, SETTINGS_PROGRAM } from '../settings/backup';
import * as z from '../zod';
import {
  type DayRecord,
  dayRecordSchema,
  type Person,
  personSchema,
  type Records,
  type SessionRecord,
  sessionRecordSchema,
} from './records';

/** Another name than that of a file of settings: neither is taken for the other. */
const PROGRAM = 'olie-timer-history';
const VERSION = 1;
/** A day with twenty sessions takes 10 kB: thirteen years of such days. */
export const LARGEST_HISTORY_BYTES = 50_000_000;
/** zod takes 0.2 ms to refuse a row. After so many in a list the rest is left out: a file of ours has none, or a few. */
const MOST_BROKEN = 2_000;
/** Ours have five levels. A hostile file, all of brackets, would keep the browser's parser busy for many seconds. */
const DEEPEST = 20;
/** The browser takes 0.15 ms to find each. Nobody lives in more. */
const MOST_ZONES = 100;

/** What a file holds, as far as it can be read. */
export interface HistoryFile {
  persons: Person[];
  /** Of all of these persons. */
  records: Records;
  /** How many rows cannot be read, are in the file twice, or are of somebody whom it does not name. */
  leftOut: number;
}

/**
 * The text of a file with all that is known.
 * @param recordsOfEach of these persons
 */
export function historyFile(persons: Person[], recordsOfEach: Records[]): string {
  const file = {
    program: PROGRAM,
    version: VERSION,
    persons,
    days: recordsOfEach.flatMap(({ days }) => days),
    sessions: recordsOfEach.flatMap(({ sessions }) => sessions),
  };
  return `${JSON.stringify(file)}\n`;
}

const programmed = z.object({ program: z.string() });
const versioned = z.object({ version: z.boundedNumber() });
// Not an array of unknown: zod would look at each row of a hostile list.
const list = z.custom<unknown[]>(Array.isArray);
const content = z.object({ persons: list, days: list, sessions: list });

/** Reads a file: all of it that can be read, or why it is refused. */
export function parseHistoryFile(bytes: Uint8Array): ({ ok: true } & HistoryFile) | Refusal {
  if (bytes.length > LARGEST_HISTORY_BYTES) return refused('historyFileTooLarge', '50 MB');
  if (isDeep(bytes)) return refused('historyFileNotOurs');
  const json = parseJson(new TextDecoder().decode(bytes));
  if (json === undefined) return refused('backupNotJson');
  const program = z.safeParse(programmed, json).data?.program;
  if (program === SETTINGS_PROGRAM) return refused('historyFileIsSettings');
  if (program !== PROGRAM) return refused('historyFileNotOurs');
  const version = z.safeParse(versioned, json).data?.version ?? 0;
  if (version > VERSION) return refused('backupNewer');
  if (version !== VERSION) return refused('backupField', 'version');
  const parsed = z.safeParse(content, json);
  if (!parsed.success) return refused('backupField', String(parsed.error.issues[0]?.path[0]));
  return { ok: true, ...readRows(parsed.data) };
}

/** A person needs only an id. If the other fields cannot be read, their days are read all the same. */
const namedPersonSchema = z.object({
  id: personSchema.shape.id,
  name: z.catch(personSchema.shape.name, ''),
  connectionId: z.catch(personSchema.shape.connectionId, ''),
  seenAtMs: z.catch(personSchema.shape.seenAtMs, 0),
});

/** The service counts whole seconds, and so does all that adds them up. Somebody may have written others. */
const wholeDaySchema = z.object({
  ...dayRecordSchema.shape,
  totalS: z.nullable(z.boundedNumber().check(z.refine(Number.isInteger))),
});

function readRows(lists: z.infer<typeof content>): HistoryFile {
  const persons = readList<Person>(lists.persons, namedPersonSchema, ({ id }) => id);
  const ids = new Set(persons.map(({ id }) => id));
  const ofNamed = <Row extends { personId: string }>(rows: Row[]) =>
    rows.filter(({ personId }) => ids.has(personId));
  const zones = new Set<string>();
  const dayKey = ({ personId, date }: DayRecord) => `${date} ${personId}`;
  const sessionKey = ({ personId, id }: SessionRecord) => JSON.stringify([personId, id]);
  const days = readList(lists.days, wholeDaySchema, dayKey, (row) => isInFewZones(row, zones));
  const sessions = readList(lists.sessions, sessionRecordSchema, sessionKey);
  const records = { days: ofNamed(days), sessions: ofNamed(sessions) };
  const given = lists.persons.length + lists.days.length + lists.sessions.length;
  const leftOut = given - persons.length - records.days.length - records.sessions.length;
  return { persons, records, leftOut };
}

/** The rows that can be read, one of each key. A broken one costs no other. */
function readList<Row>(
  rows: unknown[],
  schema: z.ZodMiniType<Row>,
  keyOf: (row: Row) => string,
  mayRead: (row: unknown) => boolean = () => true,
): Row[] {
  const byKey = new Map<string, Row>();
  let broken = 0;
  for (const row of rows) {
    const parsed = mayRead(row) ? z.safeParse(schema, row) : null;
    if (parsed?.success) {
      const key = keyOf(parsed.data);
      if (!byKey.has(key)) byKey.set(key, parsed.data);
    } else {
      broken += 1;
      if (broken === MOST_BROKEN) break;
    }
  }
  return [...byKey.values()];
}

const zonedSchema = z.object({ zone: z.object({ timeZone: z.string() }) });

/** @param zones the names in the rows before it; this row's is added */
function isInFewZones(row: unknown, zones: Set<string>): boolean {
  const { data } = z.safeParse(zonedSchema, row);
  if (data === undefined) return true;
  if (zones.size < MOST_ZONES) zones.add(data.zone.timeZone);
  return zones.has(data.zone.timeZone);
}

const codeOf = (character: string) => character.charCodeAt(0);
const [QUOTE, BACKSLASH] = [codeOf('"'), codeOf('\\')];
const OPENING = [codeOf('['), codeOf('{')];
const CLOSING = [codeOf(']'), codeOf('}')];

/** Whether brackets outside of texts are nested deeper than in our files. */
function isDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) isInText = !isInText;
    else if (isInText && byte === BACKSLASH) at += 1;
    else if (isInText) continue;
    else if (OPENING.includes(byte)) depth += 1;
    else if (CLOSING.includes(byte)) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
