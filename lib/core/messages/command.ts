import { fieldSchema, readSavedId } from '../feeds/field-readers';
import { dayRecordSchema, personSchema, sessionRecordSchema } from '../history/records';
import { RULE_KEYS } from '../settings/reminder-preferences';
import { connectionSchema } from '../settings/settings';
import * as z from '../zod';

/** The detail that every service has. */
export const WHOLE_ANSWER = 'whole';

/** What pages may ask of the background. Parsed on arrival: a message may come from an older page. */
const commandSchema = z.union([
  /** Ask the services for what is due to that asker. Answered when it is stored. */
  z.object({ kind: z.literal('refresh'), asker: z.literal(['popup', 'user']) }),
  /** These connections ended badly, and the user has seen it. */
  z.object({ kind: z.literal('seen'), ids: z.rows(z.string()) }),
  /** Ask once with that connection, and store nothing. */
  z.object({ kind: z.literal('test'), connection: connectionSchema }),
  /** Ask a service for something that only an opened part of the popup shows. */
  z.object({
    kind: z.literal('detail'),
    connectionId: z.string(),
    what: z.string(),
    argument: z.string(),
  }),
  /** Save a connection, in place of the one that it replaces, and ask. */
  z.object({
    kind: z.literal('connect'),
    connection: connectionSchema,
    replacedId: z.nullable(z.string()),
  }),
  /** Follow one thing of a connection, or no longer, and ask. */
  z.object({
    kind: z.literal('follow'),
    connectionId: z.string(),
    id: fieldSchema(readSavedId),
    isFollowed: z.boolean(),
  }),
  /** Forget what these connections know, and their tokens. */
  z.object({ kind: z.literal('disconnect'), ids: z.rows(z.string()) }),
  /** Take what a file says of the connections whose tokens are known. */
  z.object({
    kind: z.literal('import'),
    rows: z.rows(z.looseObject({ kind: z.string(), address: z.string() })),
  }),
  /** Delete for good what this version cannot read. */
  z.object({ kind: z.literal('forget-set-aside') }),
  /** Merge what a file has into the history. */
  z.object({
    kind: z.literal('import-history'),
    persons: z.rows(personSchema),
    records: z.object({ days: z.rows(dayRecordSchema), sessions: z.rows(sessionRecordSchema) }),
  }),
  /** Tell nothing until then, or tell again. */
  z.object({ kind: z.literal('mute'), until: z.literal(['two-hours', 'today', 'not']) }),
  /** Show what a rule would say. */
  z.object({ kind: z.literal('show-reminder'), rule: z.literal(RULE_KEYS) }),
  /** Delete all history, of everybody. */
  z.object({ kind: z.literal('delete-history') }),
]);
export type Command = z.infer<typeof commandSchema>;
type CommandKind = Command['kind'];
/** What goes with a command of that kind. */
export type CommandOf<Kind extends CommandKind> = Extract<Command, { kind: Kind }>;

/** The command in a message, or null if it is none of ours. */
export function parseCommand(message: unknown): Command | null {
  return z.safeParse(commandSchema, message).data ?? null;
}
