/** A worker that can be killed at any of its calls to the browser's API or the network. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isThorough } from '../thorough.ts';
import { forgetListeners } from './fake-browser.ts';

export interface Worker {
  /** Its calls so far, in order. */
  calls: string[];
  /** How many of them have not returned. */
  pending: number;
  isDead: boolean;
  /** The call at which it dies, counted from 1, and whether it dies before or after the call's effect; or null. */
  ends: { at: number; effect: 'before' | 'after' } | null;
  /** What the browser undoes when it dies. */
  transactions: Set<IDBTransaction>;
}

/** More calls of the browser than any round makes. */
export const MOST_CALLS = 200;

/**
 * When a worker may die at a call: before or after its effect. To die after one differs from dying before the next one
 * only where several are out at once.
 */
export const DEATHS = isThorough ? (['before', 'after'] as const) : (['before'] as const);

/** Which worker runs the current code. Its timers and listeners keep the worker too. */
const workers = new AsyncLocalStorage<Worker>();

let running: Worker | null = null;

type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, Method>;

const { storage, alarms, action, permissions, notifications, runtime } = fakeBrowser;
const COUNTED = {
  'storage.local': storage.local,
  'storage.session': storage.session,
  'storage.sync': storage.sync,
  ...{ alarms, action, permissions, notifications },
};
const EVENTS = [
  ...[alarms.onAlarm, storage.onChanged, permissions.onAdded, permissions.onRemoved],
  ...[runtime.onInstalled, runtime.onStartup, runtime.onMessage],
];

/** Makes workers mortal until the end of the test. Call `world` first. */
export function makeWorkersMortal(): void {
  const restore: (() => void)[] = [];
  const replace = (holder: object, name: string, wrap: (real: Method) => Method) => {
    // The fakes are plain objects with functions in them.
    const methods = holder as Methods;
    const real = methods[name];
    if (typeof real !== 'function') return;
    methods[name] = wrap(real.bind(holder));
    restore.push(() => {
      methods[name] = real;
    });
  };
  for (const [area, holder] of Object.entries(COUNTED)) {
    for (const name of Object.keys(holder)) {
      replace(holder, name, (real) => counted(`${area}.${name}`, real));
    }
  }
  for (const event of EVENTS) {
    replace(event, 'addListener', (add) => (listener) => add(bound(listener)));
  }
  const fetched = counted('fetch', wholeAnswer(globalThis.fetch) as Method);
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => fetched(url, init));
  onTestFinished(() => {
    for (const one of restore) one();
  });
}

/** A listener runs as part of the worker that added it, and not after that worker's death. */
function bound(listener: unknown): Method {
  const worker = workers.getStore();
  // `addListener` takes only functions.
  const call = listener as Method;
  if (worker === undefined) return call;
  return (...args) => (worker.isDead ? undefined : workers.run(worker, call, ...args));
}

/** Counts a call, which may be the worker's last. The calls of a dead worker never return. */
function counted(name: string, real: Method): Method {
  return (...args) => {
    const worker = workers.getStore();
    if (worker === undefined) return real(...args);
    if (worker.isDead) return never();
    const end = called(worker, name);
    if (end === 'before') {
      die(worker);
      return never();
    }
    return finished(worker, end === 'after', () => real(...args));
  };
}

async function finished(worker: Worker, isLast: boolean, call: () => unknown): Promise<unknown> {
  worker.pending += 1;
  try {
    return await call();
  } finally {
    worker.pending -= 1;
    if (isLast) die(worker);
    if (worker.isDead) await never();
  }
}

/** The worker whose code runs now, dead or alive. */
export function currentWorker(): Worker | undefined {
  return workers.getStore();
}

/** Counts a call. Returns whether the worker dies before or after its effect; null if it lives on. */
export function called(worker: Worker, name: string): 'before' | 'after' | null {
  worker.calls.push(name);
  return worker.calls.length === worker.ends?.at ? worker.ends.effect : null;
}

export function die(worker: Worker): void {
  worker.isDead = true;
  for (const transaction of worker.transactions) {
    try {
      transaction.abort();
    } catch {
      // It is over, and was written.
    }
  }
  worker.transactions.clear();
}

export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Fetches the whole answer at once, so that reading it later is no further wait. */
function wholeAnswer(realFetch: typeof fetch) {
  return async (url: string, init: RequestInit) => {
    const answer = await realFetch(url, init);
    const { status, headers } = answer;
    return new Response(await answer.arrayBuffer(), { status, headers });
  };
}

/**
 * Starts a worker in place of the one before. Resolves when its rounds are over, or when it is dead.
 *
 * @param wake the event that starts it, which happens in its first turn
 */
export async function startMortal(
  ends: Worker['ends'] = null,
  wake: () => unknown = () => undefined,
): Promise<Worker> {
  endWorker();
  vi.resetModules();
  const worker: Worker = {
    ...{ calls: [], pending: 0, isDead: false, ends },
    transactions: new Set(),
  };
  running = worker;
  const { default: background } = await import('../../../entrypoints/background/index.ts');
  workers.run(worker, () => background.main());
  wake();
  await quiet(worker);
  return worker;
}

/** Kills the running worker, if there is one, between two calls. */
export function endWorker(): void {
  if (running !== null) die(running);
  running = null;
  forgetListeners();
}

/** Waits until all calls of the worker have returned, or until it is dead. */
export async function quiet(worker: Worker): Promise<void> {
  // Between two calls of a round there are only a few turns.
  for (let still = 0; still < 8; still += 1) {
    await turn();
    if (worker.isDead) return;
    if (worker.pending > 0) still = 0;
  }
}
