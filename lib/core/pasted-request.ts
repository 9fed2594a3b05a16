/** What a pasted curl command or address names; null where it names nothing of the kind. */
export interface PastedRequest {
  address: string | null;
  token: string | null;
  executionId: string | null;
}

/** Up to a quote, white space, a line's continuation (`\`), or cmd's escape (`^`). */
const URL_IN_TEXT = /https?:\/\/[^\s'"\\^]+/i;
const BEARER = /authorization:\s*bearer\s+([^\s'"\\^]+)/i;
/** `{id}`, `<token>`, `:id` and `$TOKEN` are documentation, not values. */
const PLACEHOLDER = /^(\{.*\}|<.*>|%7B.*%7D|[:$].*)$/i;

/**
 * Reads a whole curl command (of a documentation page, or copied from a browser's network panel for bash or cmd), or
 * an address with `/project-executions/<id>` in it.
 * @returns null where the text is neither: then it is pasted as it is
 */
export function readPastedRequest(pasted: string): PastedRequest | null {
  const text = withoutCmdEscapes(pasted);
  const url = URL_IN_TEXT.exec(text)?.[0] ?? '';
  const [, base = '', rawId = ''] =
    /^(.*?)(?:\/api\/management)?\/project-executions\/([^/?#]*)/.exec(url) ?? [];
  const isCurl = /^\s*(\$\s*)?curl\b/i.test(text);
  if (!isCurl && rawId === '') return null;
  const request: PastedRequest = {
    address: base === '' ? null : base,
    token: value(BEARER.exec(text)?.[1]),
    executionId: value(decoded(rawId)),
  };
  return Object.values(request).some((part) => part !== null) ? request : null;
}

/** Chrome's "Copy as cURL (cmd)" puts `^` before each quote and special character, the `|` of a token too. */
function withoutCmdEscapes(text: string): string {
  return text.includes('^"') ? text.replace(/\^([^\r\n])/g, '$1') : text;
}

function value(part: string | undefined): string | null {
  return part === undefined || part === '' || PLACEHOLDER.test(part) ? null : part;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    // A stray `%` is not an encoding: the segment is the id itself.
    if (error instanceof URIError) return segment;
    throw error;
  }
}
