import type { FeedKind } from '../../lib/core/feeds/feed-kind';
import { type Field, readAddress } from '../../lib/core/feeds/field-readers';
import { services } from '../../lib/core/services';

/**
 * Reads the address in a service's form. One that is known to be another service's is refused: the token would go there.
 * @param ownPath what the service's own paths begin with
 */
export function readServiceAddress(
  text: string,
  { kind }: Pick<FeedKind, 'kind'>,
  ownPath: RegExp,
): Field {
  const read = readAddress(text, ownPath);
  if (!read.ok) return read;
  return isOfOther(read.value, kind) ? { ok: false, error: 'addressOfOther' } : read;
}

/**
 * The address in a pasted text that is known to be another service's; null if there is none. What else the text has is for
 * that service.
 */
export function pastedAddressOfOther(
  text: string,
  { kind }: Pick<FeedKind, 'kind'>,
): string | null {
  const origins = text.match(/https?:\/\/[\w.-]+/gi) ?? [];
  return origins.find((origin) => isOfOther(origin, kind)) ?? null;
}

function isOfOther(address: string, kind: string): boolean {
  if (!URL.canParse(address)) return false;
  const { host } = new URL(address);
  const owner = services.find((service) => new URL(service.defaultAddress).host === host);
  return owner !== undefined && owner.kind !== kind;
}
