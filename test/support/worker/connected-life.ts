import { expect } from 'vitest';
import type { ReceivedRequest } from '../stand-ins/server.ts';
import { nextAlarm } from './fake-browser.ts';
import { makeWorkersMortal, quiet, startMortal, type Worker } from './mortal-worker.ts';
import { beginWithThree, saveAll, type ThreeServices } from './three-services.ts';

interface ConnectedLife extends ThreeServices {
  worker: Worker;
  /** The next alarm, to the end of its round. */
  next(): Promise<void>;
}

/** All three services are connected and answered; the first alarm has turned the badge. The worker is mortal. */
export async function connectedLife(): Promise<ConnectedLife> {
  const services = await beginWithThree(1);
  makeWorkersMortal();
  await saveAll(services.connections);
  const worker = await startMortal();
  const next = async () => {
    await nextAlarm();
    await quiet(worker);
  };
  await next();
  expect(services.requests()).toBe(3);
  return { ...services, worker, next };
}

/** Resolves when `act` is done, which happens while the next of these requests waits for its answer. */
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
