import type { JsonTree } from '../core/feeds/json-tree';
import { plainText } from './wire';

/** What is kept of a document: enough to read, and no more than a page can draw at once. */
const DEEPEST = 8;
const MOST_NODES = 200;

/**
 * Reads any JSON for display, as names and values.
 * @returns each node before those inside it. What is too deep or too much is counted, without what is inside it.
 */
export function jsonTree(document: unknown): JsonTree {
  const nodes: JsonTree['nodes'] = [];
  let notShown = 0;
  // The recursion is no deeper than what is shown.
  const read = (within: object, depth: number) => {
    for (const name of Object.keys(within)) {
      if (depth < DEEPEST && nodes.length < MOST_NODES) {
        const value: unknown = Reflect.get(within, name);
        const inside = typeof value === 'object' && value !== null ? value : {};
        const isOpen = Object.keys(inside).length > 0;
        nodes.push({ depth, name: plainText(name), value: isOpen ? '' : displayed(value) });
        read(inside, depth + 1);
      } else {
        notShown += 1;
      }
    }
  };
  // A single value has no name.
  read(typeof document === 'object' ? (document ?? {}) : { '': document }, 0);
  return { nodes, notShown };
}

/** A text as it is, any other value as JSON writes it. */
function displayed(value: unknown): string {
  return plainText(typeof value === 'string' ? value : JSON.stringify(value));
}
