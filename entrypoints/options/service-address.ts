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

/** The other service whose address that is known to be; undefined for any other address. */
export function otherAt(address: string, kind: string): FeedKind | undefined {
  if (!URL.canParse(address)) return undefined;
  const { host } = new URL(address);
  const owner = services.find((service) => new URL(service.defaultAddress).host === host);
  return owner?.kind === kind ? undefined : owner;
}
