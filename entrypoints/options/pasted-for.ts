import { B3OS_PATH } from '../../lib/core/b3os/b3os';
import { isApiKey } from '../../lib/core/b3os/client-token';
import { readPastedJson } from '../../lib/core/b3os/pasted-json';
import type { FeedKind } from '../../lib/core/feeds/feed-kind';
import { OLIE_PATH } from '../../lib/core/olie/olie';
import { type Kind, serviceOf, services } from '../../lib/core/services';
import { readPastedRequest } from '../../lib/core/settings/pasted-request';
import { ZAIA_PATH } from '../../lib/core/zaia/zaia';
import { otherAt } from './service-address';

/** Is that a request or an answer of the service, at whatever address it is installed? */
const IS_OF: Record<Kind, (text: string) => boolean> = {
  olie: (text) => asksAt(OLIE_PATH, text),
  b3os: (text) => asksAt(B3OS_PATH, text) || readPastedJson(text) !== null || isApiKey(text),
  zaia: (text) => asksAt(ZAIA_PATH, text),
};

function asksAt(path: RegExp, text: string): boolean {
  return (readPastedRequest(text, path)?.address ?? null) !== null;
}

/**
 * The other service that a pasted request or answer is for: all that it has is for that one.
 * @param own the service into whose form it was pasted
 * @returns null if it is for no other
 */
export function pastedFor(text: string, own: { kind: Kind }): FeedKind | null {
  const origins = text.match(/https?:\/\/[\w.-]+/gi) ?? [];
  const [other] = origins.flatMap((origin) => otherAt(origin, own.kind) ?? []);
  if (other !== undefined) return other;
  const kind = IS_OF[own.kind](text)
    ? own.kind
    : services.find((one) => IS_OF[one.kind](text))?.kind;
  return kind === undefined || kind === own.kind ? null : serviceOf(kind);
}
