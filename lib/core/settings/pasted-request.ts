import { asTyped, isPlaceholder } from '../feeds/copied-text';
import { onlyTokenIn, withWholeTokens } from '../feeds/token-shape';
import {
  type Asked,
  askedBeside,
  askedIn,
  askedWithoutScheme,
  isRequest,
  isSameSite,
} from './asked-addresses';
import { askedWith } from './asked-with';
import { type CurlCommand, isCurl, readCurl } from './curl-command';

/** What a pasted request names, placeholders included; null for what it does not name. */
export interface PastedRequest {
  address: string | null;
  /** Of the header `Authorization`, without `Bearer`. */
  token: string | null;
  executionId: string | null;
}

/**
 * As a header, an object's or a map's entry, a function's arguments, or an export's `{name, value}` write it; up to the
 * quote's or line's end. A program's `\r\n` is one.
 */
const AUTHORIZATION =
  /(?<![\w-])authorization[\\"'`]*\s*(?<sign>:|=>?|,|\]\s*=)(?<gap>\s*)(?:(?:["'`]\w+["'`]\s*:\s*["'`]?\w*["'`]?\s*,\s*){0,8}["'`]?value["'`]?\s*:\s*)?(?<open>(?:[\w[\]{@\\]*[[\]{@\\])?[a-z]{0,2}["'`]+)?\s*(?<value>[^"'`\\\r\n]+)(?<after>["'`]\s*:|\\.|["'`]|\s+\S*)?/gi;
/** The rest of a token on a line of its own: no header, and no word in capitals, as requests begin with. */
const WRAPPED = /\n\s*(?![A-Z]+$)[\w|.~+/=-]{4,}$/;
/** What a program computes, or names next, and no value that was written there. */
const EXPRESSION = /[(){}[\];?]|,\s*[\w-]+\s*:/;
/** What a program joins to the text that ends before it: `"Authorization: " + key)`. */
const JOINED = /^[+.%&](?:\s|.*[(){}[\];?])/;
/** A value of that header, with its name elsewhere, or put together: `"Bearer " + "x"`, `("Bearer", "x")`. */
const WITH_BEARER =
  /(?:^|["'`:=(])[ \t]*Bearer(?:[ \t]+|[ \t]*["'`]\s*[+.,]\s*["'`])((?:<[^<>\r\n]*>|\{[^{}\r\n]*\}|[^\s"'`\\<{])+)(?=["'`]|\\(?![/u])|\s*$)/m;
/** A line ends within it: the beginning of a UUID is no id. */
const HALF_ID = /-$|^[\da-f]{8}-[\da-f-]{0,26}$/i;
/** More than anybody pastes. */
const MOST_HEADERS = 200;
const BEARER = /^bearer(?:\s+|%20|$)/i;
/** Made bold by a chat or a document. */
const BOLD = /(\*{1,2})((?:authorization|bearer)\b[^*\r\n]*)\1/gi;

/**
 * Reads a whole curl command (of a documentation page, or copied from a browser's network panel for bash or cmd), a
 * program's snippet (`fetch`, Python, Go, PHP, a raw request), or an address with an id of the service in it.
 * @param path of the service's addresses: what comes before the id, and the id
 * @returns null if the text is none of them, or half of a command: then it is pasted as it is
 */
export function readPastedRequest(text: string, path: RegExp): PastedRequest | null {
  const pasted = withWholeTokens(asTyped(text)).replace(BOLD, '$2');
  const curl = readCurl(pasted);
  const asked = addressesIn(pasted, curl, path);
  const header = authorizationIn(pasted, curl, asked);
  // Of several addresses the one that the header stands beside.
  const { url = '' } = askedWith(pasted, asked.own, header?.at ?? 0) ?? {};
  const [, base = '', rawId = ''] = path.exec(url) ?? [];
  const value = header?.value.trim().replace(BEARER, '') ?? '';
  if (curl === null && rawId === '' && value === '') return null;
  const request: PastedRequest = {
    address: base || null,
    // Without what stands behind it in a sentence.
    token: onlyTokenIn(value) ?? (value || null),
    executionId: HALF_ID.test(rawId) ? null : decoded(rawId) || null,
  };
  return Object.values(request).some((part) => part !== null) ? request : null;
}

/**
 * A parameter of the pasted address; null if it has none of that name.
 * @param path where the id stands in the service's addresses
 */
export function pastedParameter(text: string, path: RegExp, name: string): string | null {
  // A page's source has `&amp;` between parameters. Replaced first: where something stands is counted in one text.
  const pasted = asTyped(text).replaceAll('&amp;', '&');
  const curl = readCurl(pasted);
  const { all, own } = addressesIn(pasted, curl, path);
  const address = own[0]?.url ?? '';
  if (!URL.canParse(address)) return null;
  const inQuery = new URL(address).searchParams.get(name);
  // `curl --get --data-urlencode 'token=…'` has it apart from the address.
  const beside = curl?.data.flatMap((data) => data.split('&'));
  const start = `${name}=`;
  const found = beside?.find((one) => one.startsWith(start))?.slice(start.length);
  // A program has it in `params: { token: "…" }` or a variable, HTTPie as `token==…`: of the only address that it asks.
  // Behind a comma only if the name is a text too: `("token", "…")`. Behind `token, "…"` is another value.
  const inCode = new RegExp(
    `(?<![\\w-])${name}(?:==|(?:["'\`]?\\s*(?:=>|[:=])|["'\`]\\s*,)\\s*["'\`])([\\w|.~+/=-]+)(?=["'\`\\s]|$)`,
  );
  const isOnly = curl === null && all.every(({ url }) => url === address);
  return inQuery || found || (isOnly && inCode.exec(pasted)?.[1]) || null;
}

interface AskedAddresses {
  /** Those that a program or a method stands before, and the service's own. */
  all: Asked[];
  /** Those of the service. */
  own: Asked[];
}

/** What a text asks. A half command asks nothing: its rest may hold the token. */
function addressesIn(text: string, curl: CurlCommand | null, path: RegExp): AskedAddresses {
  if (curl === null && isCurl(text)) return { all: [], own: [] };
  const isOwn = ({ url }: Asked) => path.test(url);
  const asked = askedIn(text, curl);
  const written = asked.filter(isOwn);
  const apart = curl === null ? askedBeside(text) : askedWithoutScheme(curl);
  const own = written.length > 0 ? written : apart.filter(isOwn);
  const others = asked.filter((one) => !isOwn(one) && isRequest(text, one));
  return { all: [...own, ...others], own };
}

/** The value of a header, and where it stands. */
interface Header {
  value: string;
  at: number;
}

/**
 * The header, null if there is none, it is another host's, or it is unclear which of several is meant. One with `Bearer` goes
 * before others.
 */
function authorizationIn(
  text: string,
  curl: CurlCommand | null,
  { all, own }: AskedAddresses,
): Header | null {
  if (curl !== null) {
    const header = curl.headers.find((one) => /^authorization:/i.test(one));
    return header === undefined ? null : { value: header.slice(header.indexOf(':') + 1), at: 0 };
  }
  if (isCurl(text)) return null;
  const found = [...text.matchAll(AUTHORIZATION)].slice(0, MOST_HEADERS);
  if (found.some(({ groups = {} }) => isHalf(groups))) return null;
  const headers = found
    .filter(({ groups = {} }) => isWritten(groups))
    .map(({ groups = {}, index }) => ({ value: groups.value ?? '', at: index }));
  const isBearer = ({ value }: Header) => /^bearer\s+\S/i.test(value);
  const bearers = headers.filter(isBearer);
  if (new Set(bearers.map(({ value }) => value.trim())).size > 1) return null;
  const apart = own.length > 0 ? WITH_BEARER.exec(text) : null;
  // The value of a header that was found above does not count again.
  const isApart = ({ index }: RegExpExecArray) =>
    !bearers.some(({ at, value }) => at <= index && text.indexOf(value, at) + value.length > index);
  const candidates = [
    ...bearers,
    ...(apart !== null && isApart(apart) ? [{ value: apart[1] ?? '', at: apart.index }] : []),
    ...headers,
  ];
  const isOwn = ({ at }: Header) => {
    const next = askedWith(text, all, at);
    return (
      next === undefined || own.length === 0 || own.some(({ url }) => isSameSite(url, next.url))
    );
  };
  return candidates.find(isOwn) ?? null;
}

type Groups = Record<string, string | undefined>;

/** Does more of the value follow? PHP writes `\/` for `/`, and a mail or a terminal wraps long lines. */
function isHalf({ open, after = '' }: Groups): boolean {
  return (
    /^\\[/u]/.test(after) || (/^\s/.test(after) && (open !== undefined || WRAPPED.test(after)))
  );
}

/** Was the value written there? Else it is a variable, or the next name. */
function isWritten({ sign, gap = '', open, value = '', after = '' }: Groups): boolean {
  if (/[[{(,]\s*$/.test(value) || /^["'`]\s*:/.test(after) || JOINED.test(value)) {
    return false;
  }
  if (open !== undefined) return true;
  const said = value.replace(BEARER, '');
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
