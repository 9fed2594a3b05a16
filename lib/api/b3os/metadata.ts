import type { Workflow } from '../../core/b3os/workflow';
import { parseJson } from '../../core/feeds/parse-json';
import * as z from '../../core/zod';
import { plainText } from '../wire';

const MOST_NAMES = 50;
/** `JSON.stringify` takes the square of the depth, and overflows at some thousands. */
const DEEPEST = 100;

/** The first 50 names of an object, or places of a list, with their values as texts. It may come as JSON in a text. */
export function metadata() {
  return z.transform((value: unknown): Workflow['metadata'] => {
    const found = typeof value === 'string' ? parseJson(value) : value;
    if (typeof found !== 'object' || found === null) return [];
    // A list's names are its places.
    const values = found as Record<string, unknown>;
    const names = Object.keys(found).slice(0, MOST_NAMES);
    return names.map((name) => ({ name: plainText(name), value: displayed(values[name]) }));
  });
}

function displayed(value: unknown): string {
  if (typeof value === 'string') return plainText(value);
  return isTooDeep(value) ? '…' : plainText(JSON.stringify(value));
}

/** Not by recursion: the stack would overflow. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' ? Object.values(one ?? {}) : []));
  }
  return level.length > 0;
}
