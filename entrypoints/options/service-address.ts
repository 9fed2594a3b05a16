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
  return otherAt(read.value, kind) ? { ok: false, error: 'addressOfOther' } : read;
}

/** The name of the other service that a pasted request is for: all that it has is for that one. Null if it is for none. */
export function pastedFor(text: string, { kind }: Pick<FeedKind, 'kind'>): string | null {
  const origins = text.match(/https?:\/\/[\w.-]+/gi) ?? [];
  const [other = null] = origins.flatMap((origin) => otherAt(origin, kind)?.serviceName ?? []);
  return other;
}

function otherAt(address: string, kind: string): FeedKind | undefined {
  if (!URL.canParse(address)) return undefined;
  const { host } = new URL(address);
  const owner = services.find((service) => new URL(service.defaultAddress).host === host);
  return owner?.kind === kind ? undefined : owner;
}
