import { browser } from 'wxt/browser';
import { parseState, type State } from '../core/state';
import { watch } from './watch';

/** Written by the background alone. */
const STATE = 'state';

export async function loadState(): Promise<State> {
  const stored = await browser.storage.local.get(STATE);
  return parseState(stored[STATE]);
}

export async function saveState(state: State): Promise<void> {
  await browser.storage.local.set({ [STATE]: state });
}

/**
 * Calls back with each new state.
 * @returns stops it
 */
export function watchState(callback: (state: State) => void): () => void {
  return watch('local', STATE, (stored) => callback(parseState(stored)));
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
