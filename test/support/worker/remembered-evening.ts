import { refresh } from '../../../entrypoints/background/refresh.ts';
import { remembered } from '../../../entrypoints/background/remember.ts';
import type { StandInOlie } from '../stand-ins/olie.ts';
import { goOn } from './clock.ts';
import { type World, world } from './world.ts';

/** The documented day at 18:17:54, connected, asked once, and written into the history. */
export async function rememberedEvening(): Promise<World> {
  const made = await world({ services: ['olie'], started: true });
  await remembered();
  return made;
}

/** The stand-in answers as documented. */
export function answerOf(olie: StandInOlie) {
  return olie.answer() as { current_execution: object; recent_executions: { user_id: string }[] };
}

/** Asks after so long, and waits until the answer is written. */
export async function askAfter(ms: number): Promise<void> {
  goOn(ms);
  await refresh('user');
  await remembered();
}
