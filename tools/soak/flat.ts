/** Caches fill, and a list may get longer by a row. */
export const LARGEST_GROWTH = 1.1;

/**
 * Has what was measured now and then grown by no more than that? Compares the least of the first third with the least of the
 * last third.
 */
export function isFlat(heap: number[]): boolean {
  const third = Math.max(1, Math.floor(heap.length / 3));
  return Math.min(...heap.slice(-third)) <= Math.min(...heap.slice(0, third)) * LARGEST_GROWTH;
}
