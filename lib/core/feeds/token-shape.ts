/** Laravel's `12|…`, whose bar Markdown and addresses escape, and a JWT: nothing else looks like them. `%20` may stand before it. */
const TOKENS =
  /(?:(?<=%[\da-f]{2})|(?<![\w|.%-]|\w[:#]))(?:\d{1,12}(?:\\?\||%7C)[a-z\d]{30,}|eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]{4,})(?![\w|]|[-.+/=~:#]\w)/gi;

/**
 * Two parts of one of Laravel's, from the last digit before its bar: a mail, a terminal or whoever typed it off a picture has
 * put a line's end between them.
 */
const IN_TWO = /(\d(?:\\?\||%7C)[a-z\d]{1,47})[\s>]{1,20}([a-z\d]{1,47})(?![\w|]|[-.+/=~:#]\w)/gi;
/** Behind its bar: 40 characters, from newer versions with a checksum. */
const WHOLE = /(?:\||%7C)[a-zA-Z\d]{40}(?:[\da-f]{8})?$/;

/** The text with each token in one piece, if it is known by its shape and its length. */
export function withWholeTokens(text: string): string {
  return text.replace(IN_TWO, (all, start: string, rest: string) => {
    // Behind a whole one, a number is rather a date or a telephone than a checksum, of which 1 in 40 has no letter.
    const isNumber = /^\d+$/.test(rest) && WHOLE.test(start);
    return WHOLE.test(start + rest) && !isNumber ? start + rest : all;
  });
}

/** The tokens in a text that are known by their shape, each once. */
export function tokensIn(text: string): string[] {
  const found = withWholeTokens(text).match(TOKENS) ?? [];
  return [...new Set(found.map((token) => token.replace(/\\\||%7C/i, '|')))];
}

/** The token in a text that is known by its shape; null if there is none, or more than one. */
export function onlyTokenIn(text: string): string | null {
  const [only, another] = tokensIn(text);
  return another === undefined ? (only ?? null) : null;
}
