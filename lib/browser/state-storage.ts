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
