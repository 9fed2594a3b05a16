import { browser } from 'wxt/browser';
import { glanceOf } from '../core/glance';
import { isSame } from '../core/is-same';
import { isSameButSchedules, type State, schedulesOf, stateOf } from '../core/state';
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
 * Calls back with each new state.
 * @returns stops it
 */
export function watchState(callback: (state: State) => void): () => void {
  const load = () => loadState().then(callback);
  const stops = [watch('local', STATE, load), watch('session', SCHEDULES, load)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Resolves with the first state that is as asked for, now or later. */
export async function stateWhere(isWanted: (state: State) => boolean): Promise<State> {
  return new Promise((resolve) => {
    const stop = watchState(check);
    function check(state: State) {
      if (!isWanted(state)) return;
      stop();
      resolve(state);
    }
    loadState().then(check);
  });
}
