import { existsSync, readFileSync } from 'node:fs';

/** Per thread: nanoseconds on a processor, nanoseconds waiting for one, and a count (Linux, sched-stats.rst). */
const SCHEDSTAT = '/proc/thread-self/schedstat';
const isThere = existsSync(SCHEDSTAT);

/** How long this thread has computed, without waiting for a processor. Elsewhere than on Linux: the clock. */
export function computedMs(): number {
  return isThere ? Number(readFileSync(SCHEDSTAT, 'utf8').split(' ')[0]) / 1e6 : performance.now();
}
