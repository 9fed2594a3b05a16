/** What a pasted curl command or address names; null for what it does not name. */
export interface PastedRequest {
  address: string | null;
  /** After `Authorization: Bearer`. */
  token: string | null;
  executionId: string | null;
}

/** Up to a quote, bracket, white space, a line's continuation (`\`), or cmd's escape (`^`). */
const URLS_IN_TEXT = /https?:\/\/[^\s'"`<>;\\^]+/gi;
const BEARER = /authorization:\s*bearer\s+([^\s'"\\^]+)/i;
/** `{id}`, `<token>`, `:id` and `$TOKEN` are documentation, not values. */
const PLACEHOLDER = /^(\{.*\}|<.*>|%7B.*%7D|[:$].*)$/i;

/**
 * Reads a whole curl command (of a documentation page, or copied from a browser's network panel for bash or cmd), or
 * an address with an id of the service in it.
 * @param path of the service's addresses: what comes before the id, and the id
 * @returns null if the text is neither: then it is pasted as it is
 */
export function readPastedRequest(pasted: string, path: RegExp): PastedRequest | null {
  const text = withoutCmdEscapes(pasted);
  const [, base = '', rawId = ''] = path.exec(addressIn(text, path)) ?? [];
  const isCurl = /^\s*(\$\s*)?curl\b/i.test(text);
  if (!isCurl && rawId === '') return null;
  const request: PastedRequest = {
    address: base === '' ? null : base,
    token: value(BEARER.exec(text)?.[1]),
    executionId: value(decoded(rawId)),
  };
  return Object.values(request).some((part) => part !== null) ? request : null;
}

/**
 * A parameter of the pasted address; null if it has none of that name.
 * @param path where the id stands in the service's addresses
 */
export function pastedParameter(pasted: string, path: RegExp, name: string): string | null {
  const address = addressIn(withoutCmdEscapes(pasted), path);
  if (!URL.canParse(address)) return null;
  const inQuery = new URL(address).searchParams.get(name);
  // `curl --get --data-urlencode 'token=…'` has it apart from the address.
  const beside = new RegExp(`\\s-(?:d|-data(?:-\\w+)?)[\\s=]*['"]?${name}=([^\\s'"\\\\&]+)`);
  return value(inQuery ?? beside.exec(pasted)?.[1]);
}

/** The first address of the service: a referrer or a proxy may stand before it. */
function addressIn(text: string, path: RegExp): string {
  return text.match(URLS_IN_TEXT)?.find((url) => path.test(url)) ?? '';
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
