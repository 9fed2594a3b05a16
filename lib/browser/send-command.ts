import { browser } from 'wxt/browser';
import type { BackedUp } from '../core/feeds/backup-rules';
import type { Person, Records } from '../core/history/records';
import type { Command, CommandOf } from '../core/messages/command';
import {
  type DetailReply,
  type Done,
  detailReplySchema,
  doneSchema,
  type FollowReply,
  followReplySchema,
  type NotSaved,
  notSavedSchema,
  type TestReply,
  testReplySchema,
} from '../core/messages/reply';
import type { RuleKey } from '../core/settings/reminder-preferences';
import type { Connection } from '../core/settings/settings';
import * as z from '../core/zod';

// Each resolves with the reply, or null if none came that can be read: the worker was stopped, or is another version.

/** Asks the background for a round. */
export function refresh(asker: CommandOf<'refresh'>['asker']): Promise<Done | null> {
  return send({ kind: 'refresh', asker }, doneSchema);
}

/** Tells the background which bad ends the user has seen. */
export function sayIsSeen(ids: string[]): Promise<Done | null> {
  return send({ kind: 'seen', ids }, doneSchema);
}

/** Has the background try a connection, without storing it. */
export function testConnection(connection: Connection): Promise<TestReply | null> {
  return send({ kind: 'test', connection }, testReplySchema);
}

/** Has the background ask for what an opened part shows. */
export function askDetail(detail: Omit<CommandOf<'detail'>, 'kind'>): Promise<DetailReply | null> {
  return send({ kind: 'detail', ...detail }, detailReplySchema);
}

/**
 * Has the background save a connection and ask. It replies when that round ends.
 * @param replacedId of the connection whose place it takes; null for none
 */
export function connect(
  connection: Connection,
  replacedId: string | null,
): Promise<Done | NotSaved | null> {
  return send({ kind: 'connect', connection, replacedId }, savedSchema);
}

/** Has the background follow something of a connection, or no longer, and ask. It replies when that round ends. */
export function follow(wanted: Omit<CommandOf<'follow'>, 'kind'>): Promise<FollowReply | null> {
  return send({ kind: 'follow', ...wanted }, followReplySchema);
}

/** Has the background forget connections and all that is known from them. */
export function disconnect(ids: string[]): Promise<Done | NotSaved | null> {
  return send({ kind: 'disconnect', ids }, savedSchema);
}

/** Has the background take what a file says of the connections whose tokens are known. */
export function importConnections(rows: BackedUp[]): Promise<Done | NotSaved | null> {
  return send({ kind: 'import', rows: rows.map((row) => ({ ...row })) }, savedSchema);
}

/** Has the background delete what this version cannot read. */
export function forgetSetAside(): Promise<Done | NotSaved | null> {
  return send({ kind: 'forget-set-aside' }, savedSchema);
}

/** Has the background tell nothing for a while, or tell again. */
export function mute(until: CommandOf<'mute'>['until']): Promise<Done | NotSaved | null> {
  return send({ kind: 'mute', until }, savedSchema);
}

/** Has the background show what a rule would say. */
export function showReminder(rule: RuleKey): Promise<Done | NotSaved | null> {
  return send({ kind: 'show-reminder', rule }, savedSchema);
}

/** Has the background merge what a file has into the history. */
export function importHistory(
  persons: Person[],
  records: Records,
): Promise<Done | NotSaved | null> {
  return send({ kind: 'import-history', persons, records }, savedSchema);
}

/** Has the background delete all history, of everybody. */
export function deleteHistory(): Promise<Done | NotSaved | null> {
  return send({ kind: 'delete-history' }, savedSchema);
}

const savedSchema = z.union([doneSchema, notSavedSchema]);

async function send<Output>(
  command: Command,
  schema: z.ZodMiniType<Output>,
): Promise<Output | null> {
  let reply: unknown;
  try {
    reply = await browser.runtime.sendMessage(command);
  } catch (error) {
    console.warn('The background did not answer', error);
  }
  return z.safeParse(schema, reply).data ?? null;
}
