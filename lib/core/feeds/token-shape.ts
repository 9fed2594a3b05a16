/** Laravel's `12|…`, whose bar Markdown and addresses escape, and a JWT: nothing else looks like them. */
const TOKENS =
  /(?<![\w|.-]|\w[:#])(?:\d{1,12}(?:\\?\||%7C)[a-z\d]{30,}|eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]{4,})(?![\w|]|[-.+/=~:#]\w)/gi;

/** The tokens in a text that are known by their shape, each once. */
export function tokensIn(text: string): string[] {
  const found = text.match(TOKENS) ?? [];
  return [...new Set(found.map((token) => token.replace(/\\\||%7C/i, '|')))];
}

/** The token in a text that is known by its shape; null if there is none, or more than one. */
export function onlyTokenIn(text: string): string | null {
  const [only, another] = tokensIn(text);
  return another === undefined ? (only ?? null) : null;
}
