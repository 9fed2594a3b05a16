import { B3OS_PATH } from '../../lib/core/b3os/b3os';
import { isApiKey, notOfB3os } from '../../lib/core/b3os/client-token';
import { readPastedJson } from '../../lib/core/b3os/pasted-json';
import type { FeedKind } from '../../lib/core/feeds/feed-kind';
import { type Field, readKey, readToken } from '../../lib/core/feeds/field-readers';
import { OLIE_PATH } from '../../lib/core/olie/olie';
import { type Kind, serviceOf, services } from '../../lib/core/services';
import { readPastedRequest } from '../../lib/core/settings/pasted-request';
import { ZAIA_PATH } from '../../lib/core/zaia/zaia';
import { otherAt } from './service-address';

const PATHS: Record<Kind, RegExp> = { olie: OLIE_PATH, b3os: B3OS_PATH, zaia: ZAIA_PATH };

/** The address of the service that a request is made to, wherever it is installed; null if there is none. */
function addressAt(path: RegExp, text: string): string | null {
  return readPastedRequest(text, path)?.address ?? null;
}

/** Is that a request or an answer of the service? */
function isOf(kind: Kind, text: string): boolean {
  if (addressAt(PATHS[kind], text) !== null) return true;
  return kind === 'b3os' && (readPastedJson(text) !== null || isApiKey(text));
}

/**
 * The other service that a pasted request or answer is for: all that it has is for that one.
 * @param own the service into whose form it was pasted
 * @returns null if it is for no other
 */
export function pastedFor(text: string, own: { kind: Kind }): FeedKind | null {
  const at = addressAt(PATHS[own.kind], text);
  if (at !== null && otherAt(at, own.kind) === undefined) return null;
  const origins = text.match(/https?:\/\/[\w.-]+/gi) ?? [];
  const [other] = origins.flatMap((origin) => otherAt(origin, own.kind) ?? []);
  if (other !== undefined) return other;
  const kind = isOf(own.kind, text) ? own.kind : services.find((one) => isOf(one.kind, text))?.kind;
  return kind === undefined || kind === own.kind ? null : serviceOf(kind);
}

/** Read the secret of a service that is not B3OS: a key of that one would be sent to the wrong host. */
export const readOwnToken: (text: string) => Field = notOfB3os(readToken);
export const readOwnKey: (text: string) => Field = notOfB3os(readKey);
