import { withDirectLinks } from './copied-links';

/** What some programs copy along, unseen: marks without width, soft hyphens, marks of direction. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What text processors make of quotes, hyphens, dashes, blanks and lines. A dash within an id was a hyphen. */
const TYPESET: [RegExp, string][] = [
  [/[\u2010\u2011\u2212]|(?<=\b[\da-f]{4,12})–(?=[\da-f]{4,12}\b)/gi, '-'],
  [/[“”„‟«»]/g, '"'],
  [/[‘’‚‛‹›]/g, "'"],
  [/(^|\s)[–—](?=[a-z]{2})/gi, '$1--'],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' '],
  // Mails and chats quote with it. A line's end within a quoted value would have it in the value.
  [/^(?:[ \t]*>)+[ \t]*(?=\S)/gm, ''],
];

/** A copied text as it was typed: without what programs add unseen, with plain quotes, dashes, blanks and lines, and direct links. */
export function asTyped(text: string): string {
  const typed = TYPESET.reduce(
    (before, [found, plain]) => before.replace(found, plain),
    text.replace(UNSEEN, ''),
  );
  return withDirectLinks(typed);
}

/**
 * `<token>`, `{id}`, `:id`, `$TOKEN`, `%TOKEN%`, `YOUR_API_TOKEN`, `OLIE_TOKEN`, `string`, dots: documentation has them
 * where the user's own value belongs, programs a variable or `undefined`, and pages hide or cut what they show. Whole names
 * only, so that no value is taken for one.
 */
const PLACEHOLDERS = [
  /^(?:<.*>|\[.*\]|%7B.*%7D|[$#]?\{.*\}|\$\(.*\)|`.*`|[:$][a-z_]\w*(?::\w+)?|%\w+%|%[sv]|[•*…]+)$/i,
  /^x{3,}(?:-x{3,})*$|[•*]{3}|[^.]\.{3}$/i,
  /^(?:your|seu|sua|meu|minha|tu)(?:[-_ ][a-z]+)+$/i,
  /^(?:insert|replace|enter|paste|put)(?:[-_ ][a-z]+)+$|^(?:[a-z]+[-_ ])+(?:here|aqui|aquí)$/i,
  /^(?:(?:api|access|bearer|client)[-_ ]?)?(?:token|key)$/i,
  /^(?:[A-Z]+_)+(?:TOKEN|KEY|ID)$/,
  /^(?:string|uuid|id|(?:project_)?execution[-_]?id)$/i,
  /^(?:undefined|null|none|nil|nan|changeme|exemplo|redacted)$/i,
];

/** Is that a placeholder of a documentation, and not the user's own value? */
export function isPlaceholder(text: string): boolean {
  const inner = withoutBrackets(text.trim());
  return PLACEHOLDERS.some((pattern) => pattern.test(inner));
}

/** The user's own value, put between the brackets of a placeholder: no name of one has so many digits. */
const IN_BRACKETS = /^\$?[<{[(‹]{1,3}\s{0,9}(?=(?:\D*\d){3})([\w|.~+/=-]{16,})\s*[>}\])›]{1,3}$/;

/** A value without the brackets of the placeholder in whose place it was put. */
export function withoutBrackets(text: string): string {
  return text.replace(IN_BRACKETS, '$1');
}

/**
 * The name of a header, a field or a variable in front of its value, as commands, programs and `.env` files write it. An `=`
 * at the end belongs to the value.
 */
const NAME =
  /^(?:authorization["'`]*\s*(?::|=>?|,)|(?:export |set |\$(?:env:)?)?(?:bearer|[\w-]*(?:token|key|chave|clave))["'`]*\s*(?::(?=[\s"'`])|=>|:?=(?!=*$)))\s*/i;

/** A token or key as it was copied, without the name before it and the quotes around it. */
export function withoutWrapping(text: string): string {
  const line = asTyped(text)
    .trim()
    .replace(/(["'`])\s*[,;)}\]\\]+$/, '$1');
  const value = line
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .replace(NAME, '')
    .replace(/^["'`]+/, '');
  // A quote of which the other one is gone.
  const last = value.at(-1) ?? '';
  const isAlone = /["'`]/.test(last) && value.split(last).length % 2 === 0;
  return withoutBrackets((isAlone ? value.slice(0, -1) : value).trim());
}
