import { refresh } from '../../../entrypoints/background/refresh.ts';
import { nextAlarm } from './fake-browser.ts';
import type { World } from './world.ts';
import { world } from './world.ts';

/** Lets that many alarms go off, one after the other, each with its round. */
export async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick += 1) {
    await nextAlarm();
    await refresh('alarm');
  }
}

/** Connected, the documented example on the badge, and past the first alarm, which comes before anything is due. */
export async function startOlie(): Promise<World['olie']> {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  await ticks(1);
  return olie;
}
