/** Hostile documents and texts of 1 MB. Parsers must not take long over them. */
import { pathsIn, valueAt, withValue } from './json-paths.ts';

const BYTES = 1_000_000;
/** How deep `JSON.stringify` can go with the stack of any thread. */
const DEEP = 4_000;

interface Large {
  what: string;
  body: unknown;
}

interface LargeFile {
  what: string;
  json: string;
}

/**
 * Documents with one value of 1 MB. They share their huge values: reading each from JSON would take longer than the
 * parsers.
 *
 * @param right documents that the parser accepts: each of their values is made huge in turn
 */
export function largeBodies(right: unknown[]): Large[] {
  return [
    ...WITHOUT_A_DOCUMENT.map(([what, json]) => ({ what, body: once(what, json) })),
    ...right.flatMap((document) =>
      placesIn(document).map(({ what, path, json }) => ({
        what: `${what} at /${path.join('/')}`,
        body: withValue(document, path, once(what, json)),
      })),
    ),
  ];
}

/** The same as JSON, of 1 MB with everything around the huge value. */
export function largeFiles(right: unknown[]): LargeFile[] {
  const mark = '@here@';
  return [
    ...WITHOUT_A_DOCUMENT.map(([what, json]) => ({ what, json: json(BYTES) })),
    ...right.flatMap((document) =>
      placesIn(document).map(({ what, path, json }) => {
        const marked = JSON.stringify(withValue(document, path, mark));
        const replaced = marked.replace(`"${mark}"`, () => json(BYTES - marked.length));
        return { what: `${what} at /${path.join('/')}`, json: replaced };
      }),
    ),
  ];
}

/** What a value can be replaced by: as much as fits into so many characters of JSON. */
type Huge = [what: string, json: (room: number) => string];

const WITHOUT_A_DOCUMENT: Huge[] = [
  ['one huge string', (room) => JSON.stringify('x'.repeat(room - 2))],
  ['keys', manyKeys],
  ['nesting', nested],
  ['numbers', (room) => `[${repeated('0', room - 2)}]`],
];

function hugeLike(value: unknown): Huge[] {
  if (Array.isArray(value)) {
    const rows = value.length === 0 ? [] : ['{}', '0', '{"id":1}', JSON.stringify(value[0])];
    return rows.map((row) => [`rows ${row}`, (room) => `[${repeated(row, room - 2)}]`]);
  }
  if (typeof value === 'string') return [['a long text', (room) => `"${'1'.repeat(room - 2)}"`]];
  if (value === null || typeof value !== 'object') return [];
  return [
    ['keys', manyKeys],
    ['deep values', (room) => `{"a":[${repeated(nested(DEEP), room - 8)}]}`],
    ['deep children', deepChildren],
  ];
}

/** Each place in the document with each huge value that fits it. */
function placesIn(document: unknown) {
  return [[], ...pathsIn(document, 12)].flatMap((path) =>
    hugeLike(valueAt(document, path)).map(([what, json]) => ({ what, path, json })),
  );
}

const values = new Map<string, unknown>();

/** The value of 1 MB of that JSON, the same at each call with this name. */
function once(what: string, json: (room: number) => string): unknown {
  if (!values.has(what)) values.set(what, JSON.parse(json(BYTES)));
  return values.get(what);
}
function repeated(row: string, room: number): string {
  return Array(Math.floor((room + 1) / (row.length + 1)))
    .fill(row)
    .join();
}

function manyKeys(room: number): string {
  const keys = Array.from({ length: Math.floor((room - 2) / 13) }, (_, index) => index);
  return `{${keys.map((index) => `"k${String(index).padStart(7, '0')}":1`).join()}}`;
}

function nested(room: number): string {
  return '['.repeat(room / 2) + ']'.repeat(room / 2);
}

function deepChildren(room: number): string {
  const open = '{"id":1,"children":[';
  const count = Math.floor(room / (open.length + 2));
  return open.repeat(count) + ']}'.repeat(count);
}

const text = (part: string) => part.repeat(BYTES / part.length);

/** Texts of 1 MB that make a careless regular expression backtrack. */
export const LARGE_TEXTS = [
  { what: 'only spaces', text: text(' ') },
  { what: 'addresses', text: text('http://a ') },
  { what: 'addresses without spaces', text: text('https://a/project-executions/') },
  { what: 'half addresses', text: `curl http://a${text('/api/management')}` },
  { what: 'ids', text: `curl http://a${text('/project-executions/')}` },
  { what: 'a placeholder without an end', text: `http://a/project-executions/${text('{')}` },
  { what: 'prompts', text: text('$ ') },
  { what: 'escapes of cmd', text: `curl ${text('^"')}` },
  { what: 'bearers', text: `curl ${text('authorization: bearer ')}` },
  { what: 'spaces after a bearer', text: `curl authorization: bearer${text(' ')}` },
  { what: 'data', text: `http://a/v1/public/executions/e ${text(' --data-a')}` },
  { what: 'spaces after data', text: `http://a/v1/public/executions/e -d${text(' ')}` },
];
