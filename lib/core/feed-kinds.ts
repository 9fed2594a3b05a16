import type { FeedKind } from './feed-kind';

/** Every file of `services/` is a kind of feed: a new one needs no line here. */
const files = import.meta.glob<FeedKind>('./services/*.ts', { eager: true, import: 'kind' });
const kinds = new Map(Object.values(files).map((kind) => [kind.kind, kind]));

/** The kind of that name, or undefined where this version knows none. */
export function feedKind(name: string): FeedKind | undefined {
  return kinds.get(name);
}

/** The kinds of those names, as their sections stand. */
export function inOrder(names: string[]): string[] {
  const orderOf = (name: string) => kinds.get(name)?.order ?? 0;
  return [...names].sort((a, b) => orderOf(a) - orderOf(b));
}
