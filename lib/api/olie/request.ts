import type { OlieConnection } from '../../core/olie/olie';
import type { Etag } from '../../core/time/server-clock';
import { getJson, type JsonAnswer } from '../http';

/** Asks Olie. @param path without its common beginning @throws ApiError and NotModified, see `getJson` */
export function askOlie(
  { address, token }: OlieConnection,
  path: string,
  etag: Etag | null,
  timeoutMs?: number,
): Promise<JsonAnswer> {
  return getJson({
    url: `${address}/api/management/${path}`,
    headers: { authorization: `Bearer ${token}` },
    secrets: [token],
    etag,
    timeoutMs,
  });
}
