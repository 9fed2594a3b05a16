/** Hostile documents and texts of 1 MB. Parsers must not take long over them. */
import { pathsIn, valueAt, withValue } from './json-paths.ts';

const BYTES = 1_000_000;
/** How deep `JSON.stringify` can go with the stack of any thread. */
const DEEP = 4_000;

interface Large {
  what: string;
  json: string;
}

/** @param right documents that the parser accepts: each of their values is made huge in turn */
export function largeBodies(right: unknown[]): Large[] {
  return [
    { what: 'one huge string', json: JSON.stringify('x'.repeat(BYTES - 2)) },
    { what: 'keys', json: manyKeys(BYTES) },
    { what: 'nesting', json: nested(BYTES) },
    { what: 'numbers', json: `[${repeated('0', BYTES)}]` },
    ...right.flatMap(withHugeValues),
  ].filter(({ json }) => json.length <= BYTES);
}

/** What a value can be replaced by: as much as fits into so many characters of JSON. */
type Huge = [what: string, json: (room: number) => string];

function hugeLike(value: unknown): Huge[] {
  if (Array.isArray(value)) {
    const rows = value.length === 0 ? [] : ['{}', '0', '{"id":1}', JSON.stringify(value[0])];
    return rows.map((row) => [
      `rows ${row.slice(0, 40)}`,
      (room) => `[${repeated(row, room - 2)}]`,
    ]);
  }
  if (typeof value === 'string') return [['a long text', (room) => `"${'1'.repeat(room - 2)}"`]];
  if (value === null || typeof value !== 'object') return [];
  return [
    ['keys', manyKeys],
    ['deep values', (room) => `{"a":[${repeated(nested(DEEP), room - 8)}]}`],
    ['deep children', deepChildren],
  ];
}

function withHugeValues(document: unknown): Large[] {
  const mark = '@here@';
  return [[], ...pathsIn(document, 12)].flatMap((path) => {
    const marked = JSON.stringify(withValue(document, path, mark));
    return hugeLike(valueAt(document, path)).map(([what, json]) => ({
      what: `${what} at /${path.join('/')}`,
      json: marked.replace(`"${mark}"`, () => json(BYTES - marked.length)),
    }));
  });
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
