import { expect } from 'vitest';
import type { Service } from '../stand-ins/stand-ins.ts';
import { startWorker } from './rounds.ts';
import { type World, world } from './world.ts';

/** So many running workflows; every one was asked once. */
export async function watching(workflows = 1, services: Service[] = ['b3os']): Promise<World> {
  const made = await world({ services, workflows });
  // A worker of its own: of the one before, pages and streams would be left.
  await startWorker();
  return made;
}

/** How often the workflows were asked; a stream does not count. */
export function asked({ b3os }: World): number {
  return b3os.requests.filter(({ path }) => !path.includes('/stream')).length;
}

/** Waits until the streams of these workflows are open, and no other. */
export async function openStreams({ b3os }: World, ids: string[]): Promise<void> {
  await expect.poll(() => b3os.streams.open().sort()).toEqual(ids);
}

/** A moment in which a stream would have been opened, or a request sent. */
export function quietly(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}
