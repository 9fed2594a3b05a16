import type { Etag } from '../../core/time/server-clock';
import type { ZaiaConnection } from '../../core/zaia/zaia';
import { getJson, type JsonAnswer } from '../http';

/** What a request takes. The API key is sent as it is, without `Bearer`; no `responderIds` are all of them. */
export type ZaiaRequest = Pick<ZaiaConnection, 'address' | 'token' | 'responderIds' | 'show'>;

/** Asks Zaia. @param query what follows the path of executions @throws ApiError and NotModified, see `getJson` */
export function get(
  { address, token }: ZaiaRequest,
  query: string,
  etag: Etag | null,
): Promise<JsonAnswer> {
  return getJson({
    url: `${address}/api/v1/executions${query}`,
    // Without `Bearer`.
    headers: { authorization: token },
    secrets: [token],
    etag,
  });
}
