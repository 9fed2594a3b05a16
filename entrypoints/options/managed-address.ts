import { readSavedAddress } from '../../lib/core/feeds/field-readers';
import type { PastedFields } from '../../lib/core/feeds/pasted-fields';
import type { Managed } from '../../lib/core/settings/managed';

/**
 * What fills a form: where no address is known, the one that the organization has set.
 * @param fill fills it without an organization
 */
export function fillingManaged<Form extends object, Known extends object>(
  fill: (known: Known | null) => Form,
  kind: string,
  { addresses }: Managed,
): (known: Known | null) => Form {
  const address = addresses[kind];
  if (address === undefined) return fill;
  return (known) => ({ ...fill(known), ...(known === null && { address }) });
}

/**
 * A pasted text names another address than the locked one: what it holds must not go there.
 * @param locked undefined if the user may choose
 */
export function isForElsewhere(
  { values }: PastedFields<string>,
  locked: string | undefined,
): locked is string {
  if (locked === undefined || values.address === undefined) return false;
  const read = readSavedAddress(values.address);
  return !read.ok || read.value !== locked;
}
