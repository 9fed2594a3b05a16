import { LONGEST_DELAY_MS } from '../../lib/core/feeds/policy.ts';
import { NEVER_ASKED, tickMs } from '../../lib/core/feeds/schedule.ts';
import { REFRESH_INTERVALS_S } from '../../lib/core/settings/preferences.ts';
import { bucketQueue } from './bucket-queue.ts';
import { type Installs, newInstalls } from './installs.ts';
import { settle, type World, wake } from './life.ts';
import type { Habits } from './people.ts';
import { seeded } from './random.ts';
import type { Scene } from './scenes.ts';
import { serviceOf } from './service.ts';

/** What a simulated fleet did. */
export interface Tally {
  /** Requests in each second that is counted. */
  perSecond: Uint32Array;
  /** How many installs had their first answer after the trouble so many whole seconds after its end. */
  backAfter: Uint32Array;
  /** How many of them were later than the back-off's cap, or than their own interval and the alarm after it. */
  late: number;
}

/** The user's midnight: in most of Brazil, UTC-3. */
const MIDNIGHT_MS = Date.parse('2026-03-13T03:00:00Z');
const DAY_MS = 86_400_000;
/** Alarms come up to this late. */
const LATE_MS = 500;

/**
 * Runs the extension's own schedule and alarm for so many installs through a scene.
 * @param part a number of its own for each part of a fleet
 */
export function simulate(
  scene: Scene,
  count: number,
  habits: Habits,
  seed: number,
  part: number,
): Tally {
  const { opens, counted, trouble } = scene;
  const beginMs = MIDNIGHT_MS + scene.beginsAtS * 1000;
  const random = seeded(seed, part, scene.beginsAtS);
  const perSecond = new Uint32Array(counted.toS - counted.fromS);
  const backAtS = trouble?.toS ?? counted.toS;
  const backAfter = new Uint32Array(counted.toS - backAtS);
  const isBack = new Uint8Array(count);
  const installs = newInstalls(count);
  let late = 0;
  let midnightMs = MIDNIGHT_MS;
  const service = serviceOf(scene);
  const world: World = {
    installs,
    habits,
    random,
    midnightAfter: (atMs) => {
      while (midnightMs <= atMs) midnightMs += DAY_MS;
      return midnightMs;
    },
    request: (id, atMs) => {
      const second = Math.floor((atMs - beginMs) / 1000);
      if (second >= counted.fromS) add(perSecond, second - counted.fromS);
      const outcome = service(second);
      if (second >= backAtS && isBack[id] === 0 && outcome === 'answer') {
        isBack[id] = 1;
        add(backAfter, second - backAtS);
        if (second - backAtS > capS(installs, id)) late += 1;
      }
      return outcome;
    },
  };
  const queue = bucketQueue(count, counted.toS);
  const dueMs = new Float64Array(count);
  const waitUntil = (id: number, atMs: number) => {
    dueMs[id] = atMs;
    queue.add(id, (atMs - beginMs) / 1000);
  };
  for (let id = 0; id < count; id += 1) {
    const openedMs = beginMs + (opens.fromS + random() * (opens.toS - opens.fromS)) * 1000;
    settle(world, id, openedMs);
    waitUntil(id, openedMs);
  }
  const scratch = { ...NEVER_ASKED };
  for (let id = queue.take(counted.toS); id >= 0; id = queue.take(counted.toS)) {
    waitUntil(id, wake(world, id, dueMs[id] ?? 0, scratch) + random() * LATE_MS);
  }
  return { perSecond, backAfter, late };
}

/** After how many seconds an install asks again at the latest. */
function capS(installs: Installs, id: number): number {
  const intervalS = REFRESH_INTERVALS_S[installs.interval[id] ?? 0] ?? 0;
  return Math.max(LONGEST_DELAY_MS / 1000, intervalS + tickMs(intervalS) / 1000);
}

function add(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}
