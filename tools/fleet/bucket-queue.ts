const NONE = -1;

/**
 * Who is next, to the second: a list of numbers for each second, first in, first out. Each number waits at most once, so that
 * the lists are links in one typed array: 4 bytes a number, 8 a second, and nothing to collect as garbage.
 */
export interface BucketQueue {
  /** What lies after the end is dropped; what lies in the past is due now. */
  add(id: number, second: number): void;
  /** The first that is due before `untilSecond`; -1 where there is none. Time never goes back. */
  take(untilSecond: number): number;
}

export function bucketQueue(ids: number, seconds: number): BucketQueue {
  const first = new Int32Array(seconds).fill(NONE);
  const last = new Int32Array(seconds).fill(NONE);
  const next = new Int32Array(ids).fill(NONE);
  let now = 0;
  return {
    add(id, second) {
      const at = Math.max(now, Math.floor(second));
      if (at >= seconds) return;
      const before = last[at] ?? NONE;
      if (before === NONE) first[at] = id;
      else next[before] = id;
      last[at] = id;
      next[id] = NONE;
    },
    take(untilSecond) {
      for (; now < Math.min(untilSecond, seconds); now += 1) {
        const id = first[now] ?? NONE;
        if (id === NONE) continue;
        first[now] = next[id] ?? NONE;
        if (first[now] === NONE) last[now] = NONE;
        return id;
      }
      return NONE;
    },
  };
}
