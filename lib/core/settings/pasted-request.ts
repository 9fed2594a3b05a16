import { type CurlCommand, isCurl, readCurl } from './curl-command';

/** What a pasted curl command or address names; null for what it does not name. */
export interface PastedRequest {
  address: string | null;
  /** After `Authorization: Bearer`. */
  token: string | null;
  executionId: string | null;
}

/** Up to a quote, bracket or white space. */
const URLS_IN_TEXT = /https?:\/\/[^\s'"`<>;\\^]+/gi;
const BEARER = /^authorization:\s*bearer\s+(.*\S)\s*$/i;
/** `{id}`, `<token>`, `:id` and `$TOKEN` are documentation, not values. */
const PLACEHOLDER = /^(\{.*\}|<.*>|%7B.*%7D|[:$].*)$/i;

/**
 * Reads a whole curl command (of a documentation page, or copied from a browser's network panel for bash or cmd), or
 * an address with an id of the service in it.
 * @param path of the service's addresses: what comes before the id, and the id
 * @returns null if the text is neither, or half of a command: then it is pasted as it is
 */
export function readPastedRequest(text: string, path: RegExp): PastedRequest | null {
  const curl = readCurl(text);
  const [, base = '', rawId = ''] = path.exec(addressIn(text, curl, path)) ?? [];
  if (curl === null && rawId === '') return null;
  const bearer = curl?.headers.find((header) => BEARER.test(header));
  const request: PastedRequest = {
    address: base === '' ? null : base,
    token: value(BEARER.exec(bearer ?? '')?.[1]),
    executionId: value(decoded(rawId)),
  };
  return Object.values(request).some((part) => part !== null) ? request : null;
}

/**
 * A parameter of the pasted address; null if it has none of that name.
 * @param path where the id stands in the service's addresses
 */
export function pastedParameter(text: string, path: RegExp, name: string): string | null {
  const curl = readCurl(text);
  const address = addressIn(text, curl, path);
  if (!URL.canParse(address)) return null;
  const inQuery = new URL(address).searchParams.get(name);
  // `curl --get --data-urlencode 'token=…'` has it apart from the address.
  const beside = curl?.data.flatMap((data) => data.split('&'));
  const start = `${name}=`;
  const found = beside?.find((one) => one.startsWith(start))?.slice(start.length);
  return value(inQuery ?? found);
}

/** The address that is asked for, if it is the service's. A half command has none: its rest may hold the token. */
function addressIn(text: string, curl: CurlCommand | null, path: RegExp): string {
  const urls = curl?.urls ?? (isCurl(text) ? [] : (text.match(URLS_IN_TEXT) ?? []));
  return urls.find((url) => /^https?:\/\//i.test(url) && path.test(url)) ?? '';
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
