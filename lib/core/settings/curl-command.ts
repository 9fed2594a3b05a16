import { withPlainLinks } from '../feeds/copied-links';
import { asTyped } from '../feeds/copied-text';
import { shellWords } from './shell-words';

/** What a curl command says of the request. */
export interface CurlCommand {
  /** What it asks for: not its proxy, its referrer or what it connects to. */
  urls: string[];
  /** As "Name: value". */
  headers: string[];
  /** Parameters beside the address, as "name=value". */
  data: string[];
}

/** Options of one letter with a value (curl's manual). */
const SHORT_WITH_VALUE = /[AbcCdDeEFhHKmoPQrtTuUwxXyYz]/;
/** Long options without one (curl's manual). Any other takes the next word, so that no value is mistaken for an address. */
const LONG_ALONE = new Set(
  `anyauth append basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable disallow-username-in-url
  doh-cert-status doh-insecure fail fail-early fail-with-body false-start ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip
  get globoff haproxy-protocol head http2-prior-knowledge http3-only ignore-content-length include insecure junk-session-cookies
  list-only location location-trusted mail-rcpt-allowfails manual metalink mptcp negotiate netrc netrc-optional ntlm parallel
  parallel-immediate path-as-is post301 post302 post303 progress-bar proxy-anyauth proxy-basic proxy-ca-native proxy-digest
  proxy-insecure proxy-negotiate proxy-ntlm proxytunnel raw remote-header-name remote-name remote-name-all remote-time
  remove-on-error retry-all-errors retry-connrefused sasl-ir show-error show-headers silent skip-existing socks5-basic
  socks5-gssapi ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd ssl-revoke-best-effort styled-output
  suppress-connect-headers tcp-fastopen tcp-nodelay tr-encoding trace-ids trace-time use-ascii verbose version xattr`.split(
    /\s+/,
  ),
);
const LONG_ALONE_KINDS = /^(?:no-.*|http[\d.]+|ipv[46]|tlsv1(?:\.\d)?)$/;

const SAME: Record<string, string> = { H: 'header', d: 'data' };

/** What a text processor makes of the hyphen of `-H` and `-sS`. No long option has capitals. */
const DASH = /^(?:[–—]|--)(?=[a-zA-Z](?![\w-])|[a-z]{0,3}[A-Z])/;

/** Another command begins: its headers are not those of the first one. */
const ANOTHER = /^(?:curl(?:\.exe)?|--next|-:)$/i;

/**
 * Reads a curl command.
 * @returns null if it is none, half of one, or several
 */
export function readCurl(text: string): CurlCommand | null {
  if (!isCurl(text)) return null;
  const words = shellWords(withPlainLinks(text).replace(/^\s*\$\s/, ''));
  if (words === null || words.slice(1).some((word) => ANOTHER.test(word))) return null;
  const command: CurlCommand = { urls: [], headers: [], data: [] };
  const queue = words.slice(1).map((word) => word.replace(DASH, '-'));
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const option = optionIn(word);
    if (option === null) continue;
    const [name, value = queue.shift() ?? ''] = option;
    if (name === 'url') command.urls.push(value);
    if (name === 'header') command.headers.push(value);
    if (name === 'oauth2-bearer') command.headers.push(`Authorization: Bearer ${value}`);
    if (/^(data(-.*)?|url-query)$/.test(name)) command.data.push(value);
  }
  return command;
}

/** More than anybody pastes. */
const MOST_COMMANDS = 500;
/** Between two commands: a line's end, or what ends the one before, as browsers copy all requests of a page. */
const BETWEEN = /(?<=[\n;&|])[ \t]{0,9}(?=(?:\$[ \t]{0,9})?curl(?:\.exe)?\s)/i;

/**
 * The commands of a text that has several.
 * @returns none if it has one or none, or one of them cannot be read: its rest may be in the next
 */
export function severalCommands(text: string): string[] {
  const pasted = text.split(BETWEEN, MOST_COMMANDS);
  if (pasted.length === 1) return [];
  const commands = pasted.map(asTyped);
  return commands.every((one) => readCurl(one) !== null) ? commands : [];
}

export function isCurl(text: string): boolean {
  return /^\s*(\$\s*)?curl\b/i.test(text);
}

/** The option that a word is, and a value that is attached to it; null for one without a value. Any other word is an address. */
function optionIn(word: string): [name: string, value?: string] | null {
  // The options end here: an address follows.
  if (word === '--') return null;
  if (word.startsWith('--')) {
    const long = word.slice(2);
    if (LONG_ALONE.has(long) || LONG_ALONE_KINDS.test(long)) return null;
    const end = word.indexOf('=');
    return end < 0 ? [word.slice(2)] : [word.slice(2, end), word.slice(end + 1)];
  }
  if (!word.startsWith('-') || word === '-') return ['url', word];
  const at = word.search(SHORT_WITH_VALUE);
  if (at < 0) return null;
  const letter = word.charAt(at);
  const name = SAME[letter] ?? letter;
  const attached = word.slice(at + 1);
  return attached === '' ? [name] : [name, attached];
}
