import { ApiError } from '../../lib/api/api-error';
import { mayReach } from '../../lib/browser/permissions';
import { loadSettings } from '../../lib/browser/settings-storage';
import { loadState } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import type { Connection } from '../../lib/core/feeds/feed-kind';
import type { Command } from '../../lib/core/messages/command';
import type { Reply } from '../../lib/core/messages/reply';
import * as s from '../../lib/core/schema';
import { feedKind } from '../../lib/core/services';
import { clientFor } from './clients';
import { refresh } from './refresh';
import { userDay } from './user-day';

/** What pages may ask of the background. The compiler insists on a case for each command. */
export async function runCommand(command: Command): Promise<Reply> {
  switch (command.kind) {
    case 'refresh':
      await refresh(command.asker);
      return { done: true };
    case 'test':
      return testConnection(command.connection);
    case 'detail':
      return askDetail(command.connectionId, command.what, command.argument);
  }
}

/** Asks once and stores nothing. */
async function testConnection(row: { kind: string }): Promise<Reply> {
  const kind = feedKind(row.kind);
  const parsed = kind && s.safeParse(kind.connectionSchema, row);
  if (!kind || !parsed?.success) return { failure: failure('unexpected-answer'), summary: '' };
  const connection = parsed.data;
  const { startMs: startOfDayMs } = userDay(await loadState(), browserTimeZone());
  const client = clientFor(connection.kind);
  const { failed, result } = await attempt(connection, () =>
    client.ask(connection, { previous: null, startOfDayMs, offsetMs: 0, etag: null }),
  );
  return { failure: failed, summary: result === null ? '' : kind.summary(result.data) };
}

async function askDetail(connectionId: string, what: string, argument: string): Promise<Reply> {
  const { settings } = await loadSettings();
  const connection = settings.connections.find(({ id }) => id === connectionId);
  const detail = connection && clientFor(connection.kind).detail;
  if (!detail) return { failure: failure('unexpected-answer'), data: null };
  const { failed, result } = await attempt(connection, () => detail(connection, what, argument));
  return { failure: failed, data: result };
}

/** Asks where that is allowed; every known failure is part of the outcome. */
async function attempt<Result>(
  { address }: Connection,
  request: () => Promise<Result>,
): Promise<{ failed: Failure | null; result: Result | null }> {
  if (!(await mayReach(address))) return { failed: failure('permission'), result: null };
  try {
    return { failed: null, result: await request() };
  } catch (error) {
    if (error instanceof ApiError) return { failed: error.failure, result: null };
    throw error;
  }
}
