import type { JsonTree } from '../core/feeds/json-tree';
import { plainText } from './wire';

/** What is kept of a document: enough to read, and no more than a page can draw at once. */
const DEEPEST = 8;
const MOST_NODES = 200;
const LONGEST_NAME = 200;
const LONGEST_VALUE = 2000;

/**
 * Reads any JSON for display, as names and values.
 * @returns each node before those inside it. What is too deep or too much is counted, without what is inside it.
 */
export function jsonTree(document: unknown): JsonTree {
  const nodes: JsonTree['nodes'] = [];
  let notShown = 0;
  // The next one is the last. No recursion: the stack would overflow.
  const pending: { depth: number; name: string; value: unknown }[] = [];
  const open = (value: unknown, depth: number) => {
    const names = namesIn(value);
    const shown = depth < DEEPEST ? names.slice(0, MOST_NODES - nodes.length) : [];
    notShown += names.length - shown.length;
    for (const name of shown.reverse()) pending.push({ depth, name, value: Object(value)[name] });
  };
  open(document, 0);
  if (isSingleValue(document)) pending.push({ depth: 0, name: '', value: document });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { depth, name, value } = next;
    if (nodes.length < MOST_NODES) {
      const shown = namesIn(value).length > 0 ? '' : displayed(value);
      nodes.push({ depth, name: cut(name, LONGEST_NAME), value: shown });
      open(value, depth + 1);
    } else {
      notShown += 1;
    }
  }
  return { nodes, notShown };
}

/** The names in an object, or the indexes in a list. */
function namesIn(value: unknown): string[] {
  return typeof value === 'object' ? Object.keys(value ?? {}) : [];
}

/** Neither nothing nor an object nor a list. */
function isSingleValue(value: unknown): boolean {
  return value !== undefined && typeof value !== 'object';
}

/** A text as it is, any other value as JSON writes it. */
function displayed(value: unknown): string {
  return cut(typeof value === 'string' ? value : JSON.stringify(value), LONGEST_VALUE);
}

function cut(text: string, longest: number): string {
  const plain = plainText(text);
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
