import { existsSync, readFileSync } from 'node:fs';

/** Of this thread: nanoseconds on a processor, waiting for one, and how often (Linux, sched-stats.rst). */
const SCHEDSTAT = '/proc/thread-self/schedstat';
const isThere = existsSync(SCHEDSTAT);

/** For how long this thread has computed: on a busy computer less than the clock says. Elsewhere than on Linux, the clock. */
export function computedMs(): number {
  return isThere ? Number(readFileSync(SCHEDSTAT, 'utf8').split(' ')[0]) / 1e6 : performance.now();
}
