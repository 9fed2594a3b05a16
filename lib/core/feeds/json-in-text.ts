import { asTyped } from './copied-text';
import { isObject } from './is-object';
import { parseJson } from './parse-json';

/** An answer has about twenty objects. */
const MOST_OBJECTS = 1_000;

/** The objects of the JSON in a text, the outer ones first; none if there is no JSON in it. */
export function objectsInText(text: string): Record<string, unknown>[] {
  return objectsIn(parsedIn(asTyped(text)));
}

/** The JSON in a text; undefined if that is none. */
function parsedIn(text: string): unknown {
  const json = text.slice(...placeOfJson(text));
  return parseJson(json) ?? parseJson(fromDialect(json));
}

/** From the first bracket to behind the last. */
function placeOfJson(text: string): [start: number, end: number] {
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return [text.search(/[[{]/), end + 1];
}

/** What a text says before and behind the JSON in it. */
export function aroundJson(pasted: string): string {
  const text = asTyped(pasted);
  const [start, end] = placeOfJson(text);
  return start < 0 ? text : `${text.slice(0, start)} ${text.slice(Math.max(start, end))}`;
}

/**
 * A text in double quotes, one in single quotes, a name without any, a word of Python or JavaScript, a comma at the end. A text
 * that does not end is taken too: it would be searched for its end from each quote within it.
 */
const DIALECT =
  /("(?:[^"\\]|\\.)*"?)|'((?:[^'\\]|\\.)*)'?|(?<![\w$])([a-zA-Z_$][\w$]*)(?=\s*:)|\b(None|undefined|True|False)\b|,(?=\s*[}\]])/g;
const WORDS: Record<string, string> = { True: 'true', False: 'false' };

/** An object as a browser's console or a program has it, or a dict of Python, as JSON. */
function fromDialect(text: string): string {
  return text.replace(DIALECT, (_, quoted, single, name, word) => {
    if (quoted !== undefined) return quoted;
    if (word !== undefined) return WORDS[word] ?? 'null';
    const plain = single?.replace(/\\'/g, "'") ?? name;
    return plain === undefined ? '' : JSON.stringify(plain);
  });
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

/** The first text or number under one of those names; null if there is none. */
export function textAt(object: Record<string, unknown>, names: string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(object, name) ? object[name] : null;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (text !== '') return text;
  }
  return null;
}
