/** The values that make a connection, as pasted JSON has them; null for what it does not name. */
export interface PastedExecution {
  executionId: string | null;
  token: string | null;
}

/** An answer has about twenty objects. */
const MOST_OBJECTS = 1_000;
const TOKEN_NAMES = ['clientToken', 'client_token'];
const ID_NAMES = ['executionId', 'execution_id'];

/**
 * Reads the answer of the call that created an execution (`POST …/executions`: `{data: {clientToken, execution: {id}}}`),
 * or any JSON that has a client token and an execution's id in it. Text around the JSON is skipped.
 * @returns null if there is no client token: then the text is pasted as it is
 */
export function readPastedJson(pasted: string): PastedExecution | null {
  const found = objectsIn(parsedIn(pasted));
  const holder = found.find((one) => textAt(one, TOKEN_NAMES) !== null);
  if (holder === undefined) return null;
  // The surest first: a plain `id` may be of anything.
  const executions = [holder, ...found].map(({ execution }) => execution).filter(isObject);
  const executionId =
    textAt(holder, ID_NAMES) ??
    first(executions.map((one) => textAt(one, ['id']))) ??
    first(found.map((one) => textAt(one, ID_NAMES))) ??
    textAt(holder, ['id']) ??
    first(found.map((one) => textAt(one, ['id'])));
  return { executionId, token: textAt(holder, TOKEN_NAMES) };
}

/** The JSON in a text, from its first bracket to its last; undefined if that is none. */
function parsedIn(text: string): unknown {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** An object and all objects in it, the outer ones first. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  const waiting = [value];
  const found: Record<string, unknown>[] = [];
  // The loop also visits what is added meanwhile.
  for (const one of waiting) {
    if (isObject(one)) found.push(one);
    if (waiting.length < MOST_OBJECTS && typeof one === 'object' && one !== null) {
      waiting.push(...Object.values(one).slice(0, MOST_OBJECTS));
    }
  }
  return found;
}

function textAt(object: Record<string, unknown>, names: string[]): string | null {
  return first(
    names.map((name) => {
      const value = Object.hasOwn(object, name) ? object[name] : null;
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      return text.trim() === '' || isPlaceholder(text) ? null : text.trim();
    }),
  );
}

/** `<string>` and `{token}` are documentation, not values. */
function isPlaceholder(text: string): boolean {
  return /^(<.*>|\{.*\}|string)$/.test(text.trim());
}

function first(texts: (string | null)[]): string | null {
  return texts.find((text) => text !== null) ?? null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
