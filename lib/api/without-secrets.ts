/** So many characters of a secret give it away. */
const TELLING_CHARACTERS = 8;
/** What is shorter is none, and stands in too many texts. */
const LEAST_CHARACTERS = 6;

/**
 * Parses JSON, without the texts and fields that have the beginning of a secret in them: servers like to say "Cannot GET
 * /…?token=…", and what they say is stored and shown.
 * @param secrets that the JSON was asked for with
 * @returns undefined where it is not JSON
 */
export function parseWithoutSecrets(json: string, secrets: string[]): unknown {
  const beginnings = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter(({ length }) => length >= LEAST_CHARACTERS)
    .map((secret) => secret.slice(0, TELLING_CHARACTERS));
  const telling = expressionFor(beginnings);
  // The expression takes 4 ms for 1 MB: it is for what has either sign of another way to write things, or the real thing.
  const mayTell = ['\\', '%', ...beginnings].some((text) => json.includes(text));
  const hides = (key: string, value: unknown) =>
    telling.test(key) || (typeof value === 'string' && telling.test(value));
  try {
    // To look at each value takes as long again as to parse them: it is done where there is something to find.
    return mayTell && telling.test(json)
      ? JSON.parse(json, (key, value: unknown) => (hides(key, value) ? undefined : value))
      : JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Finds any of the beginnings, also where JSON or an address has their characters otherwise. */
function expressionFor(beginnings: string[]): RegExp {
  const each = beginnings.map((beginning) => beginning.replace(/./gs, anyWritten));
  return new RegExp(each.join('|') || '(?!)', 'i');
}

/** A character, alone, behind a backslash or by its number. */
function anyWritten(character: string): string {
  const number = `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `(?:\\\\?\\${number}|\\\\${number})`;
}
