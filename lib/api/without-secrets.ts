/** A text with so many of a secret's first characters counts as holding it. */
const TELLING_CHARACTERS = 8;
/** Shorter secrets are not looked for: they occur in too many texts. */
const LEAST_CHARACTERS = 6;

/**
 * Parses JSON without the texts and fields that have the beginning of a secret in them. Servers like to answer
 * "Cannot GET /…?token=…", and their messages are stored and shown.
 * @returns undefined if it is not JSON, or has a secret and is too deep to look through
 */
export function parseWithoutSecrets(json: string, secrets: string[]): unknown {
  const telling = expressionFor(secrets);
  const hides = (key: string, value: unknown) =>
    telling.test(key) || (typeof value !== 'object' && telling.test(`${value}`));
  try {
    // Only if needed: looking at each value of 1 MB takes 15 ms, parsing alone 4.
    return telling.test(json)
      ? JSON.parse(json, (key, value: unknown) => (hides(key, value) ? undefined : value))
      : JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** True if the beginning of a secret is in the text. */
export function hasSecret(text: string, secrets: string[]): boolean {
  return expressionFor(secrets).test(text);
}

/** An address without the secrets in its query. It still tells addresses of the same connection apart. */
export function addressWithoutSecrets(url: string, secrets: string[]): string {
  return secrets.reduce(
    (cleaned, secret) => cleaned.replaceAll(encodeURIComponent(secret), ''),
    url,
  );
}

/** Finds the beginning of any secret, also escaped as in JSON or an address. */
function expressionFor(secrets: string[]): RegExp {
  const beginnings = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter(({ length }) => length >= LEAST_CHARACTERS)
    .map((secret) => secret.slice(0, TELLING_CHARACTERS).replace(/./gs, plainOrEscaped));
  // (?!) matches nothing.
  return new RegExp(beginnings.join('|') || '(?!)', 'i');
}

/** By itself, behind a backslash, or by its number. */
function plainOrEscaped(character: string): string {
  const number = `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `(?:\\\\?\\${number}|\\\\${number})`;
}
