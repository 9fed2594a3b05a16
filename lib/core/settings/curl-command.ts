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
/** Long options without one. Any other takes the next word, so that no value is mistaken for an address. */
const LONG_ALONE =
  /^--(?:no-.*|http[\d.]+|http2-prior-knowledge|ipv[46]|tlsv1(?:\.\d)?|location(?:-trusted)?|compressed|silent|show-error|insecure|get|globoff|fail(?:-with-body)?|include|head|verbose|progress-bar|path-as-is|anyauth|basic|digest|tcp-nodelay|raw|remote-name|remote-header-name|create-dirs|parallel|junk-session-cookies|netrc|disable|styled-output|ssl-reqd|post30[123]|version|manual)$/;

const SAME: Record<string, string> = { H: 'header', d: 'data' };

/** Another command begins: its headers are not those of the first one. */
const ANOTHER = /^(?:curl(?:\.exe)?|--next|-:)$/i;

/**
 * Reads a curl command.
 * @returns null if it is none, half of one, or several
 */
export function readCurl(text: string): CurlCommand | null {
  if (!isCurl(text)) return null;
  const words = shellWords(text.replace(/^\s*\$\s/, ''));
  if (words === null || words.slice(1).some((word) => ANOTHER.test(word))) return null;
  const command: CurlCommand = { urls: [], headers: [], data: [] };
  const queue = words.slice(1);
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

export function isCurl(text: string): boolean {
  return /^\s*(\$\s*)?curl\b/i.test(text);
}

/** The option that a word is, and a value that is attached to it; null for one without a value. Any other word is an address. */
function optionIn(word: string): [name: string, value?: string] | null {
  if (word.startsWith('--')) {
    if (LONG_ALONE.test(word)) return null;
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
