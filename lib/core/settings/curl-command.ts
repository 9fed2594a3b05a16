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
const SHORT_WITH_VALUE = 'AbcCdDeEFhHKmoPQrtTuUwxXyYz';
/** Long options without one. Any other takes the next word, so that no value is mistaken for an address. */
const LONG_ALONE =
  /^--(?:no-.*|http[\d.]+|http2-prior-knowledge|ipv[46]|tlsv1(?:\.\d)?|location(?:-trusted)?|compressed|silent|show-error|insecure|get|globoff|fail(?:-with-body)?|include|head|verbose|progress-bar|path-as-is|anyauth|basic|digest|tcp-nodelay|raw|remote-name|remote-header-name|create-dirs|parallel|junk-session-cookies|netrc|disable|styled-output|ssl-reqd|post30[123]|version|manual)$/;

const SAME: Record<string, string> = { H: 'header', d: 'data' };

/**
 * Reads a curl command.
 * @returns null if it is none, or half of one
 */
export function readCurl(text: string): CurlCommand | null {
  if (!isCurl(text)) return null;
  const words = shellWords(text.replace(/^\s*\$\s+/, ''));
  if (words === null) return null;
  const command: CurlCommand = { urls: [], headers: [], data: [] };
  const queue = words.slice(1);
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const { name, value } = optionIn(word, queue);
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

/** The option that a word begins; its value may be the next word. A word that is no option is an address. */
function optionIn(word: string, queue: string[]): { name: string; value: string } {
  if (word.startsWith('--')) {
    if (LONG_ALONE.test(word)) return { name: word.slice(2), value: '' };
    const [, name = '', value] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    return { name, value: value ?? queue.shift() ?? '' };
  }
  if (!word.startsWith('-') || word === '-') return { name: 'url', value: word };
  const letters = [...word.slice(1)];
  const at = letters.findIndex((letter) => SHORT_WITH_VALUE.includes(letter));
  const letter = letters[at];
  if (letter === undefined) return { name: '', value: '' };
  const attached = letters.slice(at + 1).join('');
  return { name: SAME[letter] ?? '', value: attached === '' ? (queue.shift() ?? '') : attached };
}
