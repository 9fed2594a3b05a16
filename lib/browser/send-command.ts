import { browser } from 'wxt/browser';
import type { Command, RefreshCommand, TestConnection } from '../core/command';
import {
  type RefreshReply,
  refreshReplySchema,
  type TestReply,
  testReplySchema,
} from '../core/reply';
import * as z from '../core/zod';

/** Asks the background for a round. */
export function refresh(asker: RefreshCommand['asker']): Promise<RefreshReply | null> {
  return send({ kind: 'refresh', asker }, refreshReplySchema);
}

/** Has the background try a connection, without storing it. */
export function testConnection(values: Omit<TestConnection, 'kind'>): Promise<TestReply | null> {
  return send({ kind: 'test-connection', ...values }, testReplySchema);
}

/** @returns the reply, or null where there is none that can be read: the worker was just stopped, or is another version */
async function send<Schema extends z.ZodMiniType>(
  command: Command,
  schema: Schema,
): Promise<z.infer<Schema> | null> {
  const reply: unknown = await browser.runtime.sendMessage(command).catch((error: unknown) => {
    console.warn('The background did not answer', error);
  });
  const parsed = z.safeParse(schema, reply);
  return parsed.success ? parsed.data : null;
}
