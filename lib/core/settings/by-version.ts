import * as z from '../zod';

const versioned = z.object({ version: z.boundedNumber() });

/** What is stored and what was set aside, by which version can read it. */
interface ByVersion {
  /** What is in use comes first, unless only a newer version can read it. */
  readable: unknown[];
  /** To be kept as it is. */
  newer: unknown[];
}

/**
 * @param stored what is in use; undefined if nothing is
 * @param setAside a list of what newer versions stored; anything else counts as none
 * @param version the newest that can be read. What has no version is of the first one
 */
export function byVersion(stored: unknown, setAside: unknown, version: number): ByVersion {
  const sorted: ByVersion = { readable: [], newer: [] };
  for (const one of [stored, ...listOf(setAside)]) {
    const { data } = z.safeParse(versioned, one);
    (data && data.version > version ? sorted.newer : sorted.readable).push(one);
  }
  return sorted;
}

/** The list; an empty one in place of anything else. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
