/**
 * What a spreadsheet would run as a formula, by OWASP's page on CSV injection: it also starts with the wide forms of these
 * characters, and spreadsheets may take away blanks, invisible characters and quotes before them.
 */
const FORMULA = /^(?:[\t\r\n\0]|[\s\p{C}"']*[=+\-@＝＋－＠])/u;
/** Olie's users write it for "none". */
const LONE_DASH = /^ *- *$/;

/** A text as a cell of a spreadsheet: an apostrophe before what would be run makes it a text. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !LONE_DASH.test(text) ? `'${text}` : text;
}
