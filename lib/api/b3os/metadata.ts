import type { Workflow } from '../../core/b3os/workflow';
import * as z from '../../core/zod';
import { isObject, plainText } from '../wire';

const MOST_NAMES = 50;
/** `JSON.stringify` takes the square of the depth, and overflows at some thousands. */
const DEEPEST = 100;

/** The first 50 names of an object with their values as texts. */
export function metadata() {
  return z.transform((value: unknown): Workflow['metadata'] => {
    const found = isObject(value) ? value : {};
    const names = Object.keys(found).slice(0, MOST_NAMES);
    return names.map((name) => ({ name: plainText(name), value: displayed(found[name]) }));
  });
}

function displayed(value: unknown): string {
  if (typeof value === 'string') return plainText(value);
  return isTooDeep(value) ? '…' : plainText(JSON.stringify(value));
}

/** Not by recursion: the stack would overflow. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' ? Object.values(one ?? {}) : []));
  }
  return level.length > 0;
}
