import { asTyped, isPlaceholder } from '../feeds/copied-text';
import { type CurlCommand, isCurl, readCurl } from './curl-command';

/** What a pasted request names, placeholders included; null for what it does not name. */
export interface PastedRequest {
  address: string | null;
  /** Of the header `Authorization`, without `Bearer`. */
  token: string | null;
  executionId: string | null;
}

/** Up to a quote, bracket or white space. */
const URLS_IN_TEXT = /https?:\/\/[^\s'"`<>;\\^]+(?:<[^\s<>'"`]*>[^\s'"`<>;\\^]*)*/gi;
/** What follows an address in a sentence, in brackets, or where Markdown makes it bold. */
const END_OF_SENTENCE = /[.,:!?)*~]+$/;
/** Chats write `<address|text>`: the text goes. */
const CHAT_LINK = /<(https?:\/\/[^\s|<>]+)\|[^<>]*>/gi;
/** Where the request came from, and what it goes through. */
const NOT_ASKED = /\b(?:referr?er|prox(?:y|ies))["'`]?\s*[:=]\s*[^,;}\r\n]*/gi;
/** A path of its own, as raw requests and some programs name it beside the host. */
const PATHS_IN_TEXT = /(?<![\w/.:}])\/[\w/{}<>%:.$-]+/g;
/** The host of such a path. */
const HOST =
  /(?:(?<![\w-])(?:host(?:name)?|authority)["'`]*\s*[:=]\s*["'`]?|\bHTTPSConnection\(\s*["'`])([\w.-]+(?::\d+)?)/gi;
/**
 * As a header, an object's or a map's entry, a function's arguments, or an export's `{name, value}` write it; up to the
 * quote's or line's end. A program's `\r\n` is one.
 */
const AUTHORIZATION =
  /(?<![\w-])authorization[\\"'`]*\s*(?<sign>:|=>?|,|\]\s*=)(?<gap>\s*)(?:(?:["'`]\w+["'`]\s*:\s*["'`]?\w*["'`]?\s*,\s*)*["'`]?value["'`]?\s*:\s*)?(?<open>[\w[\]{@\\]*["'`]+)?\s*(?<value>[^"'`\\\r\n]+)(?<after>["'`]\s*:|\\.|["'`]|\s+\S*)?/gi;
/** The rest of a token on a line of its own: no header, and no word in capitals, as requests begin with. */
const WRAPPED = /^\s*\n\s*(?![A-Z]+$)[\w|.~+/=-]{4,}$/;
/** What a program computes, and no value that was written there. */
const EXPRESSION = /[(){}[\];?]/;
/** A value of that header, with its name elsewhere, or put together: `"Bearer " + "x"`, `("Bearer", "x")`. */
const WITH_BEARER =
  /(?:^|["'`:=(])[ \t]*Bearer(?:[ \t]+|[ \t]*["'`]\s*[+.,]\s*["'`])((?:<[^<>\r\n]*>|\{[^{}\r\n]*\}|[^\s"'`\\<{])+)(?=["'`]|\\(?![/u])|\s*$)/m;
const BEARER = /^bearer(?:\s+|$)/i;

/**
 * Reads a whole curl command (of a documentation page, or copied from a browser's network panel for bash or cmd), a
 * program's snippet (`fetch`, Python, Go, PHP, a raw request), or an address with an id of the service in it.
 * @param path of the service's addresses: what comes before the id, and the id
 * @returns null if the text is none of them, or half of a command: then it is pasted as it is
 */
export function readPastedRequest(text: string, path: RegExp): PastedRequest | null {
  const pasted = asTyped(text);
  const curl = readCurl(pasted);
  const [, base = '', rawId = ''] = path.exec(addressIn(pasted, curl, path)) ?? [];
  const header = authorizationIn(pasted, curl, rawId !== '');
  if (curl === null && rawId === '' && header === '') return null;
  const request: PastedRequest = {
    address: base || null,
    token: header.trim().replace(BEARER, '') || null,
    executionId: decoded(rawId) || null,
  };
  return Object.values(request).some((part) => part !== null) ? request : null;
}

/**
 * A parameter of the pasted address; null if it has none of that name.
 * @param path where the id stands in the service's addresses
 */
export function pastedParameter(text: string, path: RegExp, name: string): string | null {
  const pasted = asTyped(text);
  const curl = readCurl(pasted);
  const address = addressIn(pasted, curl, path);
  if (!URL.canParse(address)) return null;
  const inQuery = new URL(address).searchParams.get(name);
  // `curl --get --data-urlencode 'token=…'` has it apart from the address.
  const beside = curl?.data.flatMap((data) => data.split('&'));
  const start = `${name}=`;
  const found = beside?.find((one) => one.startsWith(start))?.slice(start.length);
  return inQuery || found || null;
}

/** The address that is asked for, if it is the service's. A half command has none: its rest may hold the token. */
function addressIn(text: string, curl: CurlCommand | null, path: RegExp): string {
  if (curl === null && isCurl(text)) return '';
  // Markdown has `[address](address)`.
  const asked = text.replaceAll('](', ' (').replace(CHAT_LINK, '$1 ').replace(NOT_ASKED, '');
  const inText = () =>
    (asked.match(URLS_IN_TEXT) ?? []).map((url) => url.replace(END_OF_SENTENCE, ''));
  const urls = curl?.urls ?? inText();
  const isOwn = (url: string) => /^https?:\/\//i.test(url) && path.test(url);
  const found = urls.find(isOwn);
  if (found !== undefined || curl !== null) return found ?? '';
  const [host, another] = new Set([...asked.matchAll(HOST)].map(([, name]) => name));
  if (host === undefined || another !== undefined) return '';
  const base = /^(localhost|127\.0\.0\.1)(:|$)/.test(host) ? `http://${host}` : `https://${host}`;
  return (asked.match(PATHS_IN_TEXT) ?? []).map((own) => base + own).find(isOwn) ?? '';
}

/**
 * The value of the header; '' if there is none, or it is unclear which of several is meant. One with `Bearer` goes before
 * others.
 * @param isRequest the text has an address of the service
 */
function authorizationIn(text: string, curl: CurlCommand | null, isRequest: boolean): string {
  if (curl === null) {
    if (isCurl(text)) return '';
    const found = [...text.matchAll(AUTHORIZATION)].map(({ groups }) => groups ?? {});
    if (found.some(isHalf)) return '';
    const values = found.filter(isWritten).map(({ value = '' }) => value);
    const [withBearer, another] = new Set(
      values.map((value) => value.trim()).filter((value) => /^bearer\s+\S/i.test(value)),
    );
    if (another !== undefined) return '';
    const elsewhere = isRequest ? WITH_BEARER.exec(text)?.[1] : undefined;
    return withBearer ?? elsewhere ?? values[0] ?? '';
  }
  const header = curl.headers.find((one) => /^authorization:/i.test(one)) ?? '';
  return header.slice(header.indexOf(':') + 1);
}

type Found = Record<string, string | undefined>;

/** Does more of the value follow? PHP writes `\/` for `/`, and a mail or a terminal wraps long lines. */
function isHalf({ open, after = '' }: Found): boolean {
  return (
    /^\\[/u]/.test(after) || (/^\s/.test(after) && (open !== undefined || WRAPPED.test(after)))
  );
}

/** Was the value written there? Else it is a variable, or the next name. */
function isWritten({ sign, gap = '', open, value = '', after = '' }: Found): boolean {
  if (/[[{(,]\s*$/.test(value) || /^["'`]\s*:/.test(after)) return false;
  if (open !== undefined) return true;
  const said = value.trim().replace(BEARER, '');
  if (isPlaceholder(said)) return true;
  return sign !== ',' && !/[\r\n]/.test(gap) && !EXPRESSION.test(said);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray `%` is not an encoding: the segment is the id itself.
    return segment;
  }
}
