import type { Client } from '../../core/feeds/feed-kind';
import { readSavedId } from '../../core/feeds/field-readers';
import { MOST_OTHER_IDS } from '../../core/feeds/policy';
import type { OlieConnection } from '../../core/olie/olie';
import { isOnlyLater } from '../../core/olie/same-answer';
import { dayLeftBehind } from '../../core/olie/sessions';
import type { Timer } from '../../core/olie/timer';
import { zoneToKeep } from '../../core/olie/timer-day';
import { answeredMs, type Etag, type Exchange } from '../../core/time/server-clock';
import { ApiError } from '../api-error';
import { parseTimer } from './answer';
import { estimate } from './estimate';
import { askOlie } from './request';

/** The answer names the user's current execution, whichever id was asked for. */
export const client: Client<OlieConnection, Timer> = {
  kind: 'olie',
  extra: estimate,
  async ask(connection, context) {
    const { previous, offsetMs, etag, timeZone, failures = 0 } = context;
    const ids = idsToAsk(connection, previous, failures);
    const { data: answer, ...rest } = await askFirstKnown(connection, ids, offsetMs, etag);
    const zone = zoneToKeep(answer, previous, timeZone);
    const fresh = zone ? { ...answer, zone } : answer;
    if (previous === null) return { data: fresh, ...rest };
    const ended = dayLeftBehind(previous, fresh, context.startOfDayMs, timeZone);
    const lastEarlier = ended?.sessions[0] ?? previous.lastEarlier;
    const data = { ...fresh, lastEarlier, estimate: previous.estimate };
    return { data: isOnlyLater(data, previous, timeZone) ? previous : data, ...rest };
  },
};

interface TimerAnswer {
  data: Timer;
  exchange: Exchange;
  body: unknown;
}

/**
 * The followed execution may be deleted: then try the one that the user named, and the newest ones. It may be refused in other
 * ways, too, for ever: after two failures another one comes first.
 */
function idsToAsk(
  { executionId }: OlieConnection,
  previous: Timer | null,
  failures: number,
): string[] {
  if (previous === null) return [executionId];
  const { followedId, recent, lastEarlier } = previous;
  const known = [...recent, lastEarlier].map((session) => session?.id ?? '');
  // An answer may name any id, so each is read as the form reads it. The form has read the user's own.
  const isId = (id: string) => id === executionId || readSavedId(id).ok;
  const all = new Set([followedId, executionId, ...known].filter(isId));
  const ids = [...all].slice(0, 1 + MOST_OTHER_IDS);
  const first = Math.floor(failures / 2) % ids.length;
  return [...ids.slice(first), ...ids.slice(0, first)];
}

/** @throws ApiError if the service knows none of the ids, or for the first other failure */
async function askFirstKnown(
  connection: OlieConnection,
  ids: string[],
  offsetMs: number,
  etag: Etag | null,
): Promise<TimerAnswer> {
  let unknownId: unknown;
  for (const id of ids) {
    try {
      return await getTimer(connection, id, offsetMs, etag);
    } catch (error) {
      if (!(error instanceof ApiError) || error.failure.kind !== 'unknown-id') throw error;
      unknownId = error;
    }
  }
  throw unknownId;
}

async function getTimer(
  connection: OlieConnection,
  id: string,
  offsetMs: number,
  etag: Etag | null,
): Promise<TimerAnswer> {
  const path = `project-executions/${encodeURIComponent(id)}`;
  const { body, exchange } = await askOlie(connection, path, etag);
  const data = parseTimer(body, answeredMs(exchange, offsetMs), id);
  return { data, exchange, body: data.hidden ? null : body };
}
