/** A worker that the browser may stop at any of its calls: of the browser's API, or of the network. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetListeners } from './fake-browser.ts';

export interface Worker {
  /** What it has called so far, in order. */
  calls: string[];
  /** Calls that have not come back. */
  pending: number;
  isDead: boolean;
  /** At which call it ends, from 1, and whether that call still has its effect; null where it lives on. */
  ends: { at: number; effect: 'before' | 'after' } | null;
}

/** Everything that runs on behalf of a worker knows of which, its timers and the listeners that it added too. */
const workers = new AsyncLocalStorage<Worker>();

let running: Worker | null = null;

type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, Method>;
type Event = { addListener: (listener: Method) => unknown };

const { storage, alarms, action, permissions, runtime } = fakeBrowser;
const AREAS: Record<string, object> = {
  'storage.local': storage.local,
  'storage.session': storage.session,
  'storage.sync': storage.sync,
  ...{ alarms, action, permissions },
};
const NAMES = [
  ...['get', 'set', 'remove', 'clear', 'create', 'setAccessLevel', 'contains', 'getAll'],
  ...['getBadgeText', 'getBadgeBackgroundColor', 'getTitle'],
  ...['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor', 'setTitle'],
];

/** From now on, to the end of the test, workers are mortal: beginLife comes first. */
export function makeWorkersMortal(): void {
  const restore: (() => void)[] = [];
  const replace = (holder: Methods, name: string, wrap: (real: Method) => Method) => {
    const real = holder[name];
    if (typeof real !== 'function') return;
    holder[name] = wrap(real.bind(holder));
    restore.push(() => {
      holder[name] = real;
    });
  };
  for (const [area, holder] of Object.entries(AREAS)) {
    for (const name of NAMES) {
      // The fakes are plain objects with functions in them.
      replace(holder as Methods, name, (real) => counted(`${area}.${name}`, real));
    }
  }
  const events: Event[] = [
    ...[alarms.onAlarm, storage.onChanged, permissions.onAdded, permissions.onRemoved],
    ...[runtime.onInstalled, runtime.onStartup, runtime.onMessage],
    // Each of them takes listeners of its own type, which are passed on as they are.
  ] as unknown as Event[];
  for (const event of events) {
    replace(
      event as unknown as Methods,
      'addListener',
      (add) => (listener) => add(bound(listener)),
    );
  }
  const fetched = counted('fetch', wholeAnswer(globalThis.fetch) as Method);
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => fetched(url, init));
  onTestFinished(() => {
    for (const one of restore) one();
  });
}

/** A listener hears nothing once its worker is dead, and what it does is its worker's doing. */
function bound(listener: unknown): Method {
  const worker = workers.getStore();
  // It is what `addListener` is given.
  const call = listener as Method;
  if (worker === undefined) return call;
  return (...args) => (worker.isDead ? undefined : workers.run(worker, call, ...args));
}

/** A call that counts, and that may be its worker's last. What a dead worker calls never comes back, nor does anything. */
function counted(name: string, real: Method): Method {
  return (...args) => {
    const worker = workers.getStore();
    if (worker === undefined) return real(...args);
    if (worker.isDead) return never();
    worker.calls.push(name);
    const end = worker.calls.length === worker.ends?.at ? worker.ends.effect : null;
    if (end === 'before') {
      worker.isDead = true;
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
    if (isLast) worker.isDead = true;
    if (worker.isDead) await never();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** The network is left when the whole answer is here: what is read of it afterwards takes no time. */
function wholeAnswer(realFetch: typeof fetch) {
  return async (url: string, init: RequestInit) => {
    const { status, headers, ...response } = await realFetch(url, init).then(async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      body: await answer.arrayBuffer(),
    }));
    return new Response(response.body, { status, headers });
  };
}

/**
 * Starts a worker, in place of any other, and waits for the end of its rounds or of itself.
 * @param wake what started it: it happens in the worker's first turn
 */
export async function startMortal(
  ends: Worker['ends'] = null,
  wake: () => unknown = () => undefined,
): Promise<Worker> {
  endWorker();
  vi.resetModules();
  const worker: Worker = { calls: [], pending: 0, isDead: false, ends };
  running = worker;
  const { default: background } = await import('../../../entrypoints/background/index.ts');
  workers.run(worker, () => background.main());
  wake();
  await quiet(worker);
  return worker;
}

/** Ends the worker that runs, if any, between two of its calls. */
export function endWorker(): void {
  if (running !== null) running.isDead = true;
  running = null;
  forgetListeners();
}

/** Waits until nothing that the worker has called is still to come back, or until it is dead. */
export async function quiet(worker: Worker): Promise<void> {
  // A round goes from call to call without longer pauses: after some turns without any there are no more.
  for (let still = 0; still < 8; still += 1) {
    await turn();
    if (worker.isDead) return;
    if (worker.pending > 0) still = 0;
  }
}
