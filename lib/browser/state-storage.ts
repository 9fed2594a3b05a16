import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { byVersion } from '../core/settings/by-version';
import type { Schedules } from '../core/state/feed';
import {
  mergedState,
  NO_STATE,
  parseSchedules,
  parseState,
  STATE_VERSION,
  type State,
  type Stored,
} from '../core/state/state';
import { migratedState } from '../core/state/state-migrations';
import { EARLIER } from './earlier-storage';
import { orElse } from './or-else';
import { loadByVersion, saveVersioned, setAsideKey } from './versioned-storage';
import { watch } from './watch';

/** On disk: what was learnt. */
export const STATE = 'state';
/** In memory, which outlives a worker and costs the disk nothing: when each feed was asked and is asked next. */
const SCHEDULES = 'schedules';

/** What is stored. */
export async function loadStored(): Promise<Stored> {
  return parseStored(await read());
}

/** A cache: whether the disk holds what another version stored. */
let isOutdated = false;
/** The schedules as this worker saved them, and whether the browser refused to. */
let saved: Schedules = {};
let isRefused = false;

/**
 * What is stored, for its one writer, the background: what an older version stored is brought to this one, and what a newer
 * one stored is set aside. If the disk is full, that is done later (`updateStored`).
 */
export async function openStored(): Promise<Stored> {
  const stored = await read();
  const { readable, newer } = byVersion(stored.state, stored.setAside, STATE_VERSION);
  // One is in use; more are back from where they were set aside.
  isOutdated =
    newer.includes(stored.state) ||
    readable.length > 1 ||
    migratedState(stored.state).state !== stored.state;
  if (!isOutdated) return parseStored(stored);
  await orElse(updateStored);
  return loadStored();
}

/**
 * Brings what another version stored to this one. Must be done before new state is saved: the earlier days are in the old.
 * Rejects if the disk is full.
 */
export async function updateStored(): Promise<void> {
  if (!isOutdated) return;
  const { local } = browser.storage;
  const now = await loadByVersion(STATE, STATE_VERSION);
  const { earlier } = migratedState(now.stored);
  // What only 0.1.0 kept. First: a worker that is stopped in between does all of it again.
  await local.remove('glance');
  const state = now.readable.map(parseState).reduce(mergedState, NO_STATE);
  await saveVersioned(STATE, state, now, earlier === null ? {} : { [EARLIER]: earlier });
  isOutdated = false;
}

async function read(): Promise<{ state: unknown; setAside: unknown; schedules: unknown }> {
  const { local, session } = browser.storage;
  const [onDisk, inMemory] = await Promise.all([
    local.get([STATE, setAsideKey(STATE)]),
    orElse(() => session.get(SCHEDULES), null),
  ]);
  const isKnown = inMemory !== null && !isRefused;
  return {
    state: onDisk[STATE],
    setAside: onDisk[setAsideKey(STATE)],
    schedules: isKnown ? inMemory[SCHEDULES] : saved,
  };
}

function parseStored({ state, schedules }: { state: unknown; schedules: unknown }): Stored {
  return { state: parseState(state), schedules: parseSchedules(schedules) };
}

/** Writes what was learnt, if it differs. @param known what is stored */
export async function saveState(state: State, known: State): Promise<void> {
  if (dequal(state, known)) return;
  await browser.storage.local.set({ [STATE]: state });
}

/** If the browser refuses, this worker remembers them for itself. @param known what is stored */
export async function saveSchedules(schedules: Schedules, known: Schedules): Promise<void> {
  saved = schedules;
  if (dequal(schedules, known)) return;
  const write = () => browser.storage.session.set({ [SCHEDULES]: schedules }).then(() => false);
  isRefused = await orElse(write, true);
}

/**
 * Calls back with what is stored, each time that some of it is new.
 * @param known what the caller has read before
 * @returns stops it
 */
export function watchStored(known: Stored, callback: (stored: Stored) => void): () => void {
  let latest = known;
  let isOver = false;
  const tell = (changed: Partial<Stored>) => {
    latest = { ...latest, ...changed };
    callback(latest);
  };
  const stops = [
    watch('local', STATE, (state) => tell({ state: parseState(state) })),
    watch('session', SCHEDULES, (schedules) => tell({ schedules: parseSchedules(schedules) })),
  ];
  // Nobody was called for what was stored between the caller's reading and now.
  orElse(loadStored, known).then((stored) => {
    if (!isOver && latest === known && !dequal(stored, known)) tell(stored);
  });
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}

/**
 * Resolves with the first stored state that is as wanted, now or later.
 * @param signal ends the waiting: it then never resolves
 */
export async function stateWhere(
  isWanted: (state: State) => boolean,
  signal: AbortSignal,
): Promise<State> {
  const stored = await loadStored();
  if (isWanted(stored.state)) return stored.state;
  return new Promise((resolve) => {
    const stop = watchStored(stored, ({ state }) => {
      if (!isWanted(state)) return;
      stop();
      resolve(state);
    });
    // It may have come while the state was read.
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}
