import { expect } from 'vitest';
import type { ReceivedRequest } from '../stand-ins/server.ts';
import { SERVICES } from '../stand-ins/stand-ins.ts';
import { nextAlarm } from './fake-browser.ts';
import { makeWorkersMortal, quiet, startMortal, type Worker } from './mortal-worker.ts';
import { connect, type World, world } from './world.ts';

interface MortalWorld extends World {
  worker: Worker;
  /** The next alarm and its round. */
  next(): Promise<void>;
}

/** All services are connected and have answered, and the first alarm is over. The worker can be killed. */
export async function mortalWorld(): Promise<MortalWorld> {
  const made = await world();
  makeWorkersMortal();
  await connect(made.connections);
  const worker = await startMortal();
  const next = async () => {
    await nextAlarm();
    await quiet(worker);
  };
  await next();
  expect(made.requests()).toBe(SERVICES.length);
  return { ...made, worker, next };
}

/** Calls `act` while the next of these requests waits for its answer. Resolves when `act` is done. */
export function atNextRequest(
  requests: ReceivedRequest[],
  act: () => Promise<unknown>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const push = requests.push;
    requests.push = (...received) => {
      requests.push = push;
      act().then(() => resolve(), reject);
      return requests.push(...received);
    };
  });
}
