import { isPlaceholder, withoutBrackets } from './copied-text';
import type { FeedKind } from './feed-kind';

/** What a pasted text fills into a form's fields. */
export interface PastedFields<Name extends string> {
  values: Partial<Record<Name, string>>;
  /** What documentation has where the user's own values belong, by field. */
  placeholders: Partial<Record<Name, string>>;
  /** The other service that it is for: then nothing is filled in. */
  other?: Pick<FeedKind, 'kind' | 'serviceName'>;
  /** The text had more requests to our services, and this is one of them. */
  hasMore?: boolean;
}

/** A line's end within a value, if only the rest of the value follows. The field would drop it and show the value whole. */
const WRAPPED = /(?<=[\w|.~+/=-])[\r\n][\s>]*(?=[\w|.~+/=-]+$)/;

/** Tells values from placeholders, and leaves out what was not found. Null if nothing was. */
export function pastedFields<Name extends string>(
  texts: Partial<Record<Name, string | null>> | null,
): PastedFields<Name> | null {
  if (texts === null) return null;
  const fields: PastedFields<Name> = { values: {}, placeholders: {} };
  // A record's keys are its names.
  const names = Object.keys(texts) as Name[];
  for (const name of names) {
    const text = texts[name];
    if (!text) continue;
    if (isPlaceholder(text)) fields.placeholders[name] = text;
    else fields.values[name] = withoutBrackets(text.replace(WRAPPED, ''));
  }
  return names.some((name) => texts[name]) ? fields : null;
}
