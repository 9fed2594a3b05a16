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
  const beginnings = beginningsOf(secrets);
  const telling = tellingIn(beginnings);
  const hides = (key: string, value: unknown) =>
    telling.test(key) || (typeof value === 'string' && telling.test(value));
  try {
    // To look at each value takes as long again as to parse them: it is done where there is something to find.
    return isIn(json, beginnings) && telling.test(json)
      ? JSON.parse(json, (key, value: unknown) => (hides(key, value) ? undefined : value))
      : JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Of each secret, as it is and as it is written in an address. */
function beginningsOf(secrets: string[]): string[] {
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter(({ length }) => length >= LEAST_CHARACTERS)
    .map((secret) => secret.slice(0, TELLING_CHARACTERS));
}

/** False where none can be in it: 1 MB without `\\` and `%` is soon looked through, the expression takes ten times as long. */
function isIn(json: string, beginnings: string[]): boolean {
  return ['\\', '%', ...beginnings].some((text) => json.includes(text));
}

/** Finds any of the beginnings, also where JSON or an address have their characters otherwise. */
function tellingIn(beginnings: string[]): RegExp {
  const each = beginnings.map((beginning) => beginning.replace(/./gs, anyWritten));
  return new RegExp(each.join('|') || '(?!)', 'i');
}

/** A character, alone, behind a backslash or by its number. */
function anyWritten(character: string): string {
  const number = `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `(?:\\\\?\\${number}|\\\\${number})`;
}
