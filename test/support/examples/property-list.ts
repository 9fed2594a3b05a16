import { DOMParser } from 'linkedom';

/**
 * What a property list of macOS holds.
 * @throws Error if an element is not one of a property list
 */
export function readPropertyList(text: string): unknown {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const root = document.querySelector('plist')?.firstElementChild;
  if (!root) throw new Error('No property list');
  return readElement(root);
}

function readElement(element: Element): unknown {
  const children = [...element.children];
  const text = element.textContent ?? '';
  switch (element.tagName.toLowerCase()) {
    case 'dict':
      return Object.fromEntries(pairsOf(children));
    case 'array':
      return children.map(readElement);
    case 'string':
      return text;
    case 'integer':
      return Number(text);
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      throw new Error(`Not in a property list: <${element.tagName}>`);
  }
}

/** Keys and values stand in turn. */
function pairsOf([key, value, ...rest]: Element[]): [string, unknown][] {
  if (key === undefined) return [];
  if (key.tagName.toLowerCase() !== 'key' || value === undefined) {
    throw new Error(`A key is missing before ${key.textContent}`);
  }
  return [[key.textContent ?? '', readElement(value)], ...pairsOf(rest)];
}
