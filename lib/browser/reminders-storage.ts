import { browser } from 'wxt/browser';
import {
  type Ledger,
  mergedLedger,
  parseLedger,
  REMINDERS_VERSION,
} from '../core/reminders/ledger';
import { type Presence, parsePresence } from '../core/reminders/presence';
import { byVersion } from '../core/settings/by-version';
import * as z from '../core/zod';
import { REMINDERS } from './muted-storage';
import { orElse } from './or-else';
import { storedValue } from './stored-value';
import { loadByVersion, saveVersioned } from './versioned-storage';

/** In memory, which outlives a worker and is gone with the browser: the last sign of life. */
const ALIVE = 'alive';

/** What reminders remember. */
export interface Remembered {
  ledger: Ledger;
  /** Null before the first observation. */
  presence: Presence | null;
}

const anything = z.optional(z.unknown());
const rememberedSchema = z.catch(z.object({ ledger: anything, presence: anything }), {});

/** Rejects if the browser does not tell: then nothing may be told, or it would be told again. */
export async function loadRemembered(): Promise<Remembered> {
  const { stored, setAside } = await loadByVersion(REMINDERS, REMINDERS_VERSION);
  const { readable } = byVersion(undefined, setAside, REMINDERS_VERSION);
  // Also what can be read of a newer version's: nothing is told twice.
  const remembered = parseRemembered(stored);
  for (const back of readable) {
    remembered.ledger = mergedLedger(remembered.ledger, parseRemembered(back).ledger);
  }
  return remembered;
}

/** Rejects if the disk is full. */
export async function saveRemembered(remembered: Remembered): Promise<void> {
  const now = await loadByVersion(REMINDERS, REMINDERS_VERSION);
  // What a later version of the same kind has beside these stays.
  const others = now.newer.includes(now.stored) ? null : now.stored;
  const value = { ...remembered, version: REMINDERS_VERSION };
  await saveVersioned(REMINDERS, z.withUnknown(others, value), now);
}

/** When the worker last looked, on the browser's clock; null if it did not since the browser started. */
export async function loadAliveAtMs(): Promise<number | null> {
  const stored = await orElse(() => storedValue('session', ALIVE));
  return z.safeParse(z.boundedNumber(), stored).data ?? null;
}

export async function saveAliveAtMs(atMs: number): Promise<void> {
  await orElse(() => browser.storage.session.set({ [ALIVE]: atMs }));
}

function parseRemembered(stored: unknown): Remembered {
  const { ledger, presence } = z.parse(rememberedSchema, stored);
  return { ledger: parseLedger(ledger), presence: parsePresence(presence) };
}
