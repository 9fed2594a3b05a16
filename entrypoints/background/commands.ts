import { ApiError } from '../../lib/api/api-error';
import { jsonTree } from '../../lib/api/json-tree';
import { awaitManaged } from '../../lib/browser/managed-storage';
import { mayReach } from '../../lib/browser/permissions';
import { loadSettings } from '../../lib/browser/settings-storage';
import { loadStored } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import type { JsonTree } from '../../lib/core/feeds/json-tree';
import { type Command, type CommandOf, WHOLE_ANSWER } from '../../lib/core/messages/command';
import type {
  DetailReply,
  Done,
  FollowReply,
  NotSaved,
  Reply,
  TestReply,
} from '../../lib/core/messages/reply';
import { serviceOf } from '../../lib/core/services';
import { withFollowed } from '../../lib/core/settings/follow';
import { withImported } from '../../lib/core/settings/import-plan';
import { isAllowed, parseManaged } from '../../lib/core/settings/managed';
import { withSaved } from '../../lib/core/settings/same-connection';
import type { Connection, Settings } from '../../lib/core/settings/settings';
import { withoutConnections } from '../../lib/core/settings/settings';
import { deleteAllHistory, importHistory } from './change-history';
import { changeSettings, forgetUnreadable } from './change-settings';
import { clientFor } from './clients';
import { refresh, refreshSeen } from './refresh';
import { mute } from './remind';
import { showExample } from './show-reminder';
import { userDay } from './user-day';

/** Does what a page asks for. The compiler insists on a case for each command. */
export async function runCommand(command: Command): Promise<Reply> {
  switch (command.kind) {
    case 'refresh':
      await refresh(command.asker);
      return done(null);
    case 'seen':
      await refreshSeen(command.ids);
      return done(null);
    case 'test':
      return testConnection(command.connection);
    case 'detail':
      return askDetail(command);
    case 'connect':
      return save((now) => withSaved(now, command.connection, command.replacedId));
    case 'follow':
      return follow(command);
    case 'disconnect':
      return save((now) => withoutConnections(now, ({ id }) => command.ids.includes(id)));
    case 'import':
      return save((now) => withImported(now, command.rows, () => crypto.randomUUID()));
    case 'forget-set-aside':
      return done(forgetUnreadable());
    case 'import-history':
      return done(importHistory(command));
    case 'mute':
      return done(mute(command));
    case 'show-reminder':
      return done(showExample(command));
    case 'delete-history':
      return done(deleteAllHistory());
  }
}

async function done(refusal: Promise<Failure | null> | null): Promise<Done | NotSaved> {
  const failure = await refusal;
  return failure === null ? { done: true } : { failure };
}

function save(change: (settings: Settings) => Settings): Promise<Done | NotSaved> {
  return done(changeSettings(change));
}

/** Asks once and stores nothing. */
async function testConnection(connection: Connection): Promise<TestReply> {
  const { failure, data } = await attempt(connection, () => askAnew(connection));
  const summary = data === null ? '' : serviceOf(connection.kind).summary(data.data);
  return { failure, summary };
}

/** Asks as if nothing were known. */
async function askAnew(connection: Connection) {
  const { state } = await loadStored();
  const timeZone = browserTimeZone();
  return clientFor(connection.kind).ask(connection, {
    previous: null,
    startOfDayMs: userDay(state, Date.now(), timeZone).startMs,
    timeZone,
    offsetMs: 0,
    etag: null,
  });
}

async function follow(command: CommandOf<'follow'>): Promise<FollowReply> {
  let isDone = false;
  const refused = await changeSettings((now) => {
    const changed = withFollowed(now, command);
    isDone = changed !== null;
    return changed ?? now;
  });
  return refused === null ? { isDone } : { isDone: false, failure: refused };
}

async function askDetail(command: CommandOf<'detail'>): Promise<DetailReply> {
  const { connectionId, what, argument } = command;
  const isWhole = what === WHOLE_ANSWER;
  const { settings } = await loadSettings();
  const connection = settings.connections.find(({ id }) => id === connectionId);
  const detail = connection && (isWhole ? askWhole : clientFor(connection.kind).detail);
  if (!detail) return { failure: failure('unexpected-answer'), data: null };
  return attempt(
    connection,
    () => detail(connection, what, argument),
    isWhole ? jsonTree : undefined,
  );
}

/**
 * A `JsonTree` of what the service answers: empty if it may not be shown. The running project comes first; many accounts may not
 * see it.
 */
async function askWhole(connection: Connection): Promise<JsonTree> {
  const { body, data } = await askAnew(connection);
  const { extra } = clientFor(connection.kind);
  const more =
    extra?.subject(data) && (await extra.document(connection, data).catch(() => undefined));
  return jsonTree({ ...(more as { body: object } | undefined)?.body, ...(body as object) });
}

/**
 * Asks if user and organization allow that. Every known failure is part of the outcome.
 * @param readRefusal what is told of an answer that is not what was asked for. Default: nothing
 */
async function attempt<Data>(
  { kind, address }: Connection,
  request: () => Promise<Data>,
  readRefusal?: (refusal: unknown) => Data,
): Promise<{ failure: Failure | null; data: Data | null }> {
  // A page may still show what the organization has just forbidden.
  const managed = parseManaged(await awaitManaged());
  const mayAsk = isAllowed(managed, kind, address) && (await mayReach(address));
  if (!mayAsk) return { failure: failure('permission'), data: null };
  try {
    return { failure: null, data: await request() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { failure, refusal } = error;
    return { failure, data: refusal ? (readRefusal?.(refusal) ?? null) : null };
  }
}
