import { browser } from 'wxt/browser';
import type { Connection } from '../core/feeds/feed-kind';
import type { Command, Commands } from '../core/messages/command';
import {
  type DetailReply,
  detailReplySchema,
  type RefreshReply,
  refreshReplySchema,
  type TestReply,
  testReplySchema,
} from '../core/messages/reply';
import * as s from '../core/schema';

/** Asks the background for a round. */
export function refresh(asker: Commands['refresh']['asker']): Promise<RefreshReply | null> {
  return send({ kind: 'refresh', asker }, refreshReplySchema);
}

/** Has the background try a connection, without storing it. */
export function testConnection(connection: Connection): Promise<TestReply | null> {
  return send({ kind: 'test', connection: { ...connection } }, testReplySchema);
}

/** Has the background ask for what an opened part shows. */
export function askDetail(detail: Commands['detail']): Promise<DetailReply | null> {
  return send({ kind: 'detail', ...detail }, detailReplySchema);
}

/** @returns the reply, or null where there is none that can be read: the worker was just stopped, or is another version */
async function send<Schema extends s.Schema>(
  command: Command,
  schema: Schema,
): Promise<s.infer<Schema> | null> {
  const reply: unknown = await browser.runtime.sendMessage(command).catch((error: unknown) => {
    console.warn('The background did not answer', error);
  });
  const parsed = s.safeParse(schema, reply);
  return parsed.success ? parsed.data : null;
}
