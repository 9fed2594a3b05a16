import type { Client } from '../../core/feed-kind';
import { believableDateMs } from '../../core/server-clock';
import type { OlieConnection } from '../../core/services/olie';
import type { Timer } from '../../core/timer';
import { ApiError } from '../api-error';
import { getJson } from '../http';
import { parseTimer } from '../olie-answer';
import { withoutSecrets } from '../without-secrets';

/** Asks for an execution; the answer names the user's current one, whatever id was asked for. */
export const client: Client<OlieConnection, Timer> = {
  kind: 'olie',
  async ask(connection, { previous, offsetMs }) {
    const { executionId } = connection;
    const secrets = [connection.token];
    const followedId = previous?.followedId ?? executionId;
    try {
      return await withoutSecrets(secrets, getTimer(connection, followedId, offsetMs));
    } catch (error) {
      const isGone = error instanceof ApiError && error.failure.kind === 'unknown-id';
      if (!isGone || followedId === executionId) throw error;
      // The followed execution was deleted: the one that the user named may still be there.
      return withoutSecrets(secrets, getTimer(connection, executionId, offsetMs));
    }
  },
};

async function getTimer({ address, token }: OlieConnection, id: string, offsetMs: number) {
  const url = `${address}/api/management/project-executions/${encodeURIComponent(id)}`;
  const { body, exchange } = await getJson(url, { authorization: `Bearer ${token}` });
  const { sentMs, receivedMs } = exchange;
  // An answer without `Date` is of the server's clock too, as far as that is known.
  const answeredAtMs = believableDateMs(exchange) ?? (sentMs + receivedMs) / 2 + offsetMs;
  return { data: parseTimer(body, answeredAtMs, id), exchange };
}
