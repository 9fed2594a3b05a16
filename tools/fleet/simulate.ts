import { LONGEST_DELAY_MS } from '../../lib/core/feeds/policy.ts';
import { tickMs } from '../../lib/core/feeds/schedule.ts';
import { type Install, MIDNIGHT_MS, newInstall, type World, wake } from './install.ts';
import { type Habits, seeded } from './people.ts';
import { type Scene, serviceOf } from './scenes.ts';

/** What a simulated fleet did. */
export interface Tally {
  /** Requests in each counted second. */
  perSecond: number[];
  /** How many installs had their first answer in each second after the end of the trouble. */
  backAfter: number[];
  /** How many of them had it later than the longest delay, or than their own interval and one alarm. */
  late: number;
}

const ALARM_IS_LATE_MS = 500;

/** So many installs fit into a processor's cache. */
const PART = 1024;

/** Takes a fleet, which runs the extension's own schedule and alarm, through a scene. */
export function simulate(scene: Scene, installs: number, habits: Habits, seed: number): Tally {
  const { name, counted, trouble } = scene;
  const tally: Tally = {
    perSecond: new Array(counted.toS - counted.fromS).fill(0),
    backAfter: new Array(counted.toS - (trouble?.toS ?? counted.toS)).fill(0),
    late: 0,
  };
  // A service that counts requests must see the whole fleet at once.
  const size = name === 'limit' ? installs : PART;
  for (let from = 0; from < installs; from += size) {
    const count = Math.min(size, installs - from);
    simulatePart(scene, count, habits, seed * 2 ** 24 + from, tally);
  }
  return tally;
}

function simulatePart(
  scene: Scene,
  count: number,
  habits: Habits,
  seed: number,
  tally: Tally,
): void {
  const { opens, counted, trouble } = scene;
  const beginMs = MIDNIGHT_MS + scene.beginsAtS * 1000;
  const backAtS = trouble?.toS ?? counted.toS;
  const random = seeded(seed);
  const service = serviceOf(scene);
  const world: World = {
    habits,
    random,
    request: (install, atMs) => {
      const second = Math.floor((atMs - beginMs) / 1000);
      if (second >= counted.fromS) add(tally.perSecond, second - counted.fromS);
      const outcome = service(second);
      if (second >= backAtS && !install.isBack && outcome === 'answer') {
        install.isBack = true;
        add(tally.backAfter, second - backAtS);
        if (second - backAtS > longestWaitS(install)) tally.late += 1;
      }
      return outcome;
    },
  };
  /** Who wakes in each second. */
  const wakes = new Array<Install[] | undefined>(counted.toS);
  const wakeAt = (install: Install, atMs: number) => {
    install.wakesAtMs = atMs;
    const second = Math.floor((atMs - beginMs) / 1000);
    if (second >= counted.toS) return;
    wakes[second] ??= [];
    wakes[second].push(install);
  };
  for (let made = 0; made < count; made += 1) {
    const openedMs = beginMs + (opens.fromS + random() * (opens.toS - opens.fromS)) * 1000;
    wakeAt(newInstall(world, openedMs), openedMs);
  }
  for (let second = 0; second < counted.toS; second += 1) {
    for (const install of wakes[second] ?? []) {
      wake(world, install);
      wakeAt(install, install.alarmMs + random() * ALARM_IS_LATE_MS);
    }
    wakes[second] = undefined;
  }
}

/** After how many seconds an install asks again at the latest. */
function longestWaitS({ intervalS }: Install): number {
  return Math.max(LONGEST_DELAY_MS / 1000, intervalS + tickMs(intervalS) / 1000);
}

function add(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}
