import { asTyped } from '../feeds/copied-text';
import { withScheme } from '../feeds/field-readers';
import { type CurlCommand, readCurl } from './curl-command';

/** An address that a text asks, without the marks around it, and where it stands there. */
export interface Asked {
  url: string;
  at: number;
}

/** Up to a quote, bracket or white space; `<id>` is a part of a path, `<br>` behind it is not. */
const URLS = /https?:\/\/[^\s'"`<>;\\^|]+(?:(?<=[/=])<[^\s<>'"`/:]*>[^\s'"`<>;\\^|]*)*/gi;
/** What follows an address in a sentence, or where Markdown makes it bold. */
const END_OF_SENTENCE = /[.,:!?*~]+$/;
/** No address is longer. */
const LONGEST = 4_000;
/** The end of an address: a bracket that closes, if none of its kind opens within. */
const CLOSING: [string, RegExp][] = [
  ['(', /\).*/],
  ['[', /\].*/],
  ['{', /\}.*/],
];
/** Chats write `<address|text>`: the text goes. */
const CHAT_LINK = /<(https?:\/\/[^\s|<>]+)\|[^<>]*>/gi;
/** Where the request came from, what it goes through, and what its description follows. */
const NOT_ASKED =
  /\b(?:referr?er|origin|prox(?:y|ies)|\$?schema)["'`]?\s*[:=]\s*[^,;}\r\n]*|"name":\s*"(?:referer|origin)",\s*"value":\s*"[^"]*"/gi;
/** A path of its own, as raw requests and some programs name it beside the host. */
const PATHS = /(?<![\w/.:}])\/[\w/{}<>%:.$?=&-]+/g;
/** The host of such a path. */
const HOSTS =
  /(?:(?<![\w-])(?:host(?:name)?|authority)["'`]*\s*[:=]\s*["'`]?|\bHTTPSConnection\(\s*["'`])([\w.-]+(?::\d+)?)/gi;
/** Right before an address: a command or a method, a name such as `url`, or a call whose first text it is. */
const BEFORE_REQUEST = [
  /\b(?:curl|wget|xh)\s(?:[^\r\n]*\s)?["']?$/i,
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|https?|irm|iwr|Invoke-RestMethod|Invoke-WebRequest)\s+["']?$/i,
  /\s-Uri\s+["']?$/i,
  /\b(?:ur[il]|URLWithString|raw|endpoint|base_?url)["'`]?\s*(?::?=|:|=>)\s*(?:[@$f]?["'`])?$/i,
  /\bCURLOPT_URL["']?\s*(?:=>|,)\s*["']$/,
  // A method may stand before it as a text or a name, and a label.
  /\w\s*\(\s*(?:["'`]?[A-Z][\w.:]*["'`]?\s*,\s*)?(?:\w+:\s*)?[@$f]?["'`]$/i,
];
/** More than anybody pastes. */
const MOST = 500;
/** A host behind another scheme, or behind the name of a program that asks. */
const OTHER_HOSTS = /\b(?:wss?:\/\/|(?:http|https|xh|wget)\s+(?:[A-Z]+\s+)?)([\w-]+(?:\.[\w-]+)+)/g;

/**
 * All addresses that a text asks, in order.
 * @param curl what the text says if it is a command: then only what that asks counts
 */
export function askedIn(text: string, curl: CurlCommand | null): Asked[] {
  if (curl !== null) {
    return curl.urls.filter((url) => /^https?:\/\//i.test(url)).map((url) => ({ url, at: 0 }));
  }
  const asked = onlyAsked(text);
  return [...asked.matchAll(URLS)]
    .slice(0, MOST)
    .map(({ 0: url, index }) => ({ url: withoutEnd(url), at: index }));
}

/** Is that address asked, in so many words? Others are only named: a link in a sentence, a comment, a cookie. */
export function isRequest(text: string, { at }: Asked): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  return BEFORE_REQUEST.some((pattern) => pattern.test(before));
}

/** The addresses of the paths in a text that stand beside the one host that it names; none if it names several. */
export function askedBeside(text: string): Asked[] {
  const asked = onlyAsked(text);
  const [host, another] = new Set([...asked.matchAll(HOSTS)].map(([, name]) => name));
  if (host === undefined || another !== undefined) return [];
  const base = withScheme(host);
  return [...asked.matchAll(PATHS)].map(({ 0: path, index }) => ({ url: base + path, at: index }));
}

/** What a command asks without naming a scheme, as addresses: curl takes a host and a path for one. */
export function askedWithoutScheme({ urls }: CurlCommand): Asked[] {
  const places = urls.filter((url) => !url.includes('://'));
  return places.map((place) => ({ url: withScheme(place), at: 0 }));
}

/** The hosts that a pasted text asks, as addresses. */
export function hostsIn(pasted: string): string[] {
  const text = asTyped(pasted);
  const curl = readCurl(text);
  const named =
    curl === null
      ? [...text.matchAll(HOSTS), ...text.matchAll(OTHER_HOSTS)].map(([, host = '']) =>
          withScheme(host),
        )
      : askedWithoutScheme(curl).map(({ url }) => url);
  const asked = [...askedIn(text, curl).map(({ url }) => url), ...named];
  return asked.filter((url) => hostOf(url) !== '');
}

/**
 * Does a pasted text ask other hosts, and not the one of that address? Then what it holds is not for that one.
 * @param isSame whether two addresses count as one. Default: if they have the same host
 */
export function isForAnother(pasted: string, address: string, isSame = isSameHost): boolean {
  const hosts = hostsIn(pasted);
  return hosts.length > 0 && !hosts.some((host) => isSame(host, address));
}

function isSameHost(one: string, other: string): boolean {
  return hostOf(one) === hostOf(other);
}

/** Are two addresses of one company? Only roughly: `com.br` and the like count as one name. */
export function isSameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}

function siteOf(url: string): string {
  const host = hostOf(url).replace(/:\d+$/, '');
  return /[\w-]+\.(?:(?:com|co|org|net|gov|edu)\.[a-z]{2}|[a-z]{2,})$/i.exec(host)?.[0] ?? host;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** Blanks in place of what is not asked, so that the rest stays where it is. */
function onlyAsked(text: string): string {
  // Markdown has `[address](address)`.
  return text
    .replaceAll('](', ' (')
    .replace(CHAT_LINK, (all, url: string) => url.padEnd(all.length))
    .replace(NOT_ASKED, (all) => ' '.repeat(all.length));
}

function withoutEnd(url: string): string {
  let left = url.slice(0, LONGEST);
  for (const [opening, closing] of CLOSING) {
    if (!left.includes(opening)) left = left.replace(closing, '');
  }
  return left.replace(END_OF_SENTENCE, '');
}
