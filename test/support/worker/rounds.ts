import { vi } from 'vitest';
import { forgetListeners, nextAlarm } from './fake-browser.ts';
import { storedSchedule } from './stored.ts';

/** Runs the code of the background, and waits for its first round. */
export async function runBackground(): Promise<void> {
  const { default: background } = await import('../../../entrypoints/background/index.ts');
  await roundAfter(() => background.main());
}

/** Starts a new worker. Of an earlier one, only what the browser keeps is left. */
export async function startWorker(): Promise<void> {
  forgetListeners();
  vi.resetModules();
  await runBackground();
}

/** Lets something happen, and waits for the end of the round that follows. */
export async function roundAfter(happen: () => unknown): Promise<void> {
  await happen();
  await roundEnds();
}

/** Waits for the end of the running round. If there is none, one begins, in which nothing is due. */
export async function roundEnds(): Promise<void> {
  const { tick } = await import('../../../entrypoints/background/refresh.ts');
  await tick();
}

/** So many alarms, one after the other, each with its round. */
export async function alarms(count: number): Promise<void> {
  for (let alarm = 0; alarm < count; alarm += 1) await roundAfter(() => nextAlarm());
}

/** Alarms until the service is asked once more: the first ones may only turn the badge. */
export async function nextRoundOf(service: string): Promise<void> {
  const askedAtMs = async () => (await storedSchedule(service)).askedAtMs;
  const before = await askedAtMs();
  for (let alarm = 0; alarm < 3; alarm += 1) {
    await alarms(1);
    if ((await askedAtMs()) !== before) return;
  }
  throw new Error(`${service} is not asked`);
}
