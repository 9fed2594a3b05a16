import { browser } from 'wxt/browser';
import { isSame } from '../core/is-same';
import { glanceOf } from '../core/state/glance';
import {
  isSameButSchedules,
  parseState,
  type State,
  schedulesOf,
  stateOf,
  withSameAnswers,
  withSchedules,
} from '../core/state/state';
import { GLANCE, readStored, SCHEDULES, STATE } from './stored-state';
import { watch } from './watch';

export async function loadState(): Promise<State> {
  return stateOf(await readStored());
}

/**
 * Writes what has changed: to the disk only where it is more than the schedules.
 * @param known what is stored
 */
export async function saveState(state: State, known: State): Promise<void> {
  const { local, session } = browser.storage;
  // First what was learnt: if that fails, nothing may say that it is fresh.
  if (!isSameButSchedules(state, known)) {
    await local.set({ [STATE]: state, [GLANCE]: glanceOf(state) });
  }
  const schedules = schedulesOf(state);
  if (!isSame(schedules, schedulesOf(known))) await session.set({ [SCHEDULES]: schedules });
}

/**
 * Calls back with each new state. An answer that says the same as before is the very same object: to draw it again takes
 * 60 ms on a slow machine (CPU slowed four times), every 15 s while a popup is open.
 * @param known what the caller has read before; null calls back with what is stored now
 * @returns stops it
 */
export function watchState(
  callback: (state: State) => void,
  known: State | null = null,
): () => void {
  let latest = known;
  const tell = (state: State) => {
    latest = state;
    callback(state);
  };
  const stops = [
    // It is written with the schedules of its time, before those of later times.
    watch('local', STATE, (stored) => {
      const state = parseState(stored);
      tell(latest ? withSameAnswers(state, latest) : state);
    }),
    watch('session', SCHEDULES, (stored) => latest && tell(withSchedules(latest, stored))),
  ];
  // What was stored between the caller's reading and now has called nobody.
  loadState().then((state) => {
    if (latest === known && !isSame(state, known)) tell(state);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Resolves with the first state that is as asked for, now or later. */
export async function stateWhere(isWanted: (state: State) => boolean): Promise<State> {
  return new Promise((resolve) => {
    const stop = watchState((state) => {
      if (!isWanted(state)) return;
      stop();
      resolve(state);
    });
  });
}
