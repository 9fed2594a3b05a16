import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Habits } from './people.ts';
import type { Scene } from './scenes.ts';
import type { Tally } from './simulate.ts';

/** One part of the fleet in one scene. */
export interface Part {
  scene: Scene;
  installs: number;
  habits: Habits;
  seed: number;
  part: number;
}

/**
 * Nobody sees the others but through a service that counts requests: such a scene is one part. The rest goes in parts that
 * fit a processor's cache, which is four times as fast as a million at once, and on all processors.
 */
const PART = 1024;

export function partsOf(scene: Scene, installs: number, habits: Habits, seed: number): Part[] {
  const size = scene.trouble !== null && scene.trouble.answers > 0 ? installs : PART;
  return Array.from({ length: Math.ceil(installs / size) }, (_, part) => {
    return { scene, installs: Math.min(size, installs - part * size), habits, seed, part };
  });
}

/** What a fleet did in each scene. */
interface Simulated {
  tallies: Map<Scene['name'], Tally>;
  /** The most memory that each process took, together. */
  megabytes: number;
}

/** What comes back of a part. */
export interface Done {
  tally: Tally;
  /** Of its process so far. */
  megabytes: number;
}

/** Simulates the parts on all processors, and adds up what they did, by scene. */
export async function simulateAll(parts: Part[]): Promise<Simulated> {
  const tallies: Simulated['tallies'] = new Map();
  // The longest first: nobody waits for a single one in the end.
  const waiting = parts.toSorted((a, b) => b.installs - a.installs);
  const processes = Math.min(availableParallelism(), parts.length);
  const taken = await Promise.all(Array.from({ length: processes }, () => work(waiting, tallies)));
  return { tallies, megabytes: taken.reduce((sum, one) => sum + one, megabytesOf(process)) };
}

/** A process of its own rather than a thread: threads of Node 20 do not run TypeScript, children inherit what does. */
function work(waiting: Part[], tallies: Simulated['tallies']): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = fork(fileURLToPath(new URL('./part-worker.ts', import.meta.url)), {
      serialization: 'advanced',
    });
    let taken = 0;
    const next = () => {
      const part = waiting.shift();
      if (part === undefined) {
        worker.disconnect();
        return;
      }
      worker.once('message', ({ tally, megabytes }: Done) => {
        taken = megabytes;
        tallies.set(part.scene.name, sumOf(tallies.get(part.scene.name), tally));
        next();
      });
      worker.send(part);
    };
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve(taken);
      else reject(new Error(`A part of the fleet ended with ${code}`));
    });
    next();
  });
}

function sumOf(a: Tally | undefined, b: Tally): Tally {
  if (a === undefined) return b;
  for (const key of ['perSecond', 'backAfter'] as const) {
    const counts = a[key];
    for (const [index, count] of b[key].entries()) counts[index] = (counts[index] ?? 0) + count;
  }
  return { ...a, late: a.late + b.late };
}

/** The most memory that a process ever had, in MB. */
export function megabytesOf({ resourceUsage }: Pick<NodeJS.Process, 'resourceUsage'>): number {
  return resourceUsage().maxRSS / 1000;
}
