/** The worst that fits into 1 MB, for parsers that may not take long over it. */
const BYTES = 1_000_000;
/** Characters of a value that is nested as deep as `JSON.stringify` bears with the stack of any thread. */
const DEEP = 4_000;

interface Large {
  what: string;
  json: string;
}

/**
 * Large documents of no shape, and each list of the right ones filled up with rows.
 * @param right documents that the parser accepts
 */
export function largeBodies(right: unknown[]): Large[] {
  const lists = right.flatMap((document) => filled(document));
  return [
    { what: 'one huge string', json: JSON.stringify('x'.repeat(BYTES - 2)) },
    { what: 'keys', json: manyKeys(BYTES) },
    { what: 'nesting', json: '['.repeat(BYTES / 2) + ']'.repeat(BYTES / 2) },
    { what: 'numbers', json: `[${repeated('0', BYTES)}]` },
    ...right.flatMap((document) => swollen(document)),
    ...lists,
  ].filter(({ json }) => json.length <= BYTES);
}

/** Each list of the document with as many tiny rows, or rows of its own, as fit. */
function filled(document: unknown): Large[] {
  return changed(document, (value) =>
    Array.isArray(value) && value.length > 0
      ? ['{}', '0', '{"id":1}', JSON.stringify(value[0])].map((row) => ({
          what: `rows ${row.slice(0, 40)}`,
          json: (room: number) => `[${repeated(row, room - 2)}]`,
        }))
      : [],
  );
}

/** Each object of the document with as many keys as fit, each text as long as fits, and deep values. */
function swollen(document: unknown): Large[] {
  return changed(document, (value) => {
    if (Array.isArray(value)) return [];
    if (typeof value === 'string') {
      return [{ what: 'a long text', json: (room: number) => `"${'1'.repeat(room - 2)}"` }];
    }
    if (value === null || typeof value !== 'object') return [];
    return [
      { what: 'keys', json: manyKeys },
      {
        what: 'deep values',
        json: (room: number) => `{"a":[${repeated(nested(DEEP), room - 8)}]}`,
      },
      { what: 'deep children', json: (room: number) => deepChildren(room) },
    ];
  });
}

type Change = { what: string; json: (room: number) => string };

/** The document as JSON with one of its values changed, for each value and each change of it. */
function changed(document: unknown, changesOf: (value: unknown) => Change[]): Large[] {
  const found: { path: string; value: unknown }[] = [];
  const look = (value: unknown, path: string) => {
    found.push({ path, value });
    if (value !== null && typeof value === 'object') {
      for (const [key, one] of Object.entries(value).slice(0, 12)) look(one, `${path}/${key}`);
    }
  };
  look(document, '');
  return found.flatMap(({ path, value }) =>
    changesOf(value).map(({ what, json }) => {
      const mark = '@here@';
      const marked = JSON.stringify(withMark(document, path.split('/').slice(1), mark));
      const room = BYTES - marked.length;
      return {
        what: `${what} at ${path || '/'}`,
        json: marked.replace(`"${mark}"`, () => json(room)),
      };
    }),
  );
}

function withMark(value: unknown, [key, ...rest]: string[], mark: string): unknown {
  if (key === undefined) return mark;
  // The path was made of this document's own keys.
  const holder = value as Record<string, unknown>;
  const inside = withMark(holder[key], rest, mark);
  return Array.isArray(value) ? value.with(Number(key), inside) : { ...holder, [key]: inside };
}

function repeated(row: string, room: number): string {
  return Array.from({ length: Math.floor((room + 1) / (row.length + 1)) }, () => row).join();
}

function manyKeys(room: number): string {
  const count = Math.floor((room - 2) / 13);
  return `{${Array.from({ length: count }, (_, index) => `"k${String(index).padStart(7, '0')}":1`).join()}}`;
}

function nested(room: number): string {
  return '['.repeat(Math.floor(room / 2)) + ']'.repeat(Math.floor(room / 2));
}

function deepChildren(room: number): string {
  const open = '{"id":1,"children":[';
  const count = Math.floor(room / (open.length + 2));
  return open.repeat(count) + ']}'.repeat(count);
}

const text = (part: string) => part.repeat(BYTES / part.length);

/** Texts of 1 MB on which a careless expression goes back and forth. */
export const LARGE_TEXTS = [
  { what: 'nothing but spaces', text: text(' ') },
  { what: 'addresses', text: text('http://a ') },
  { what: 'addresses without spaces', text: text('https://a/project-executions/') },
  { what: 'half addresses', text: `curl http://a${text('/api/management')}` },
  { what: 'ids', text: `curl http://a${text('/project-executions/')}` },
  { what: 'a placeholder that does not end', text: `http://a/project-executions/${text('{')}` },
  { what: 'prompts', text: text('$ ') },
  { what: 'escapes of cmd', text: `curl ${text('^"')}` },
  { what: 'bearers', text: `curl ${text('authorization: bearer ')}` },
  { what: 'spaces after a bearer', text: `curl authorization: bearer${text(' ')}` },
  { what: 'data', text: `http://a/v1/public/executions/e ${text(' --data-a')}` },
  { what: 'spaces after data', text: `http://a/v1/public/executions/e -d${text(' ')}` },
];
