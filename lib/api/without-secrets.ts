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
  const telling = tellingIn(secrets);
  const hides = (key: string, value: unknown) =>
    telling.test(key) || (typeof value === 'string' && telling.test(value));
  try {
    // To look at each value takes as long again as to parse them: it is done where there is something to find.
    return telling.test(json)
      ? JSON.parse(json, (key, value: unknown) => (hides(key, value) ? undefined : value))
      : JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Finds the beginning of any of the secrets, as it is or as it may be written in JSON or in an address. */
function tellingIn(secrets: string[]): RegExp {
  const beginnings = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter(({ length }) => length >= LEAST_CHARACTERS)
    .map((secret) => secret.slice(0, TELLING_CHARACTERS).replace(/./gs, anyWritten));
  return new RegExp(beginnings.join('|') || '(?!)', 'i');
}

/** A character, alone, behind a backslash or by its number. */
function anyWritten(character: string): string {
  const number = `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `(?:\\\\?\\${number}|\\\\${number})`;
}
