import { browser } from 'wxt/browser';
import { type Ledger, parseLedger } from '../core/reminders/ledger';
import { type Presence, parsePresence } from '../core/reminders/presence';
import * as z from '../core/zod';
import { REMINDERS } from './muted-storage';
import { orElse } from './or-else';

/** In memory, which outlives a worker and is gone with the browser: the last sign of life. */
const ALIVE = 'alive';

/** What reminders remember. */
export interface Remembered {
  ledger: Ledger;
  /** Null before the first observation. */
  presence: Presence | null;
}

const rememberedSchema = z.catch(z.object({ ledger: z.unknown(), presence: z.unknown() }), {
  ledger: undefined,
  presence: undefined,
});

/** Rejects if the browser does not tell: then nothing may be told, or it would be told again. */
export async function loadRemembered(): Promise<Remembered> {
  return parseRemembered((await browser.storage.local.get(REMINDERS))[REMINDERS]);
}

/** Rejects if the disk is full. */
export async function saveRemembered(remembered: Remembered): Promise<void> {
  await browser.storage.local.set({ [REMINDERS]: remembered });
}

/** When the worker last looked, on the browser's clock; null if it did not since the browser started. */
export async function loadAliveAtMs(): Promise<number | null> {
  const stored = await orElse(() => browser.storage.session.get(ALIVE), null);
  return z.safeParse(z.boundedNumber(), stored?.[ALIVE]).data ?? null;
}

export async function saveAliveAtMs(atMs: number): Promise<void> {
  await orElse(() => browser.storage.session.set({ [ALIVE]: atMs }), undefined);
}

function parseRemembered(stored: unknown): Remembered {
  const { ledger, presence } = z.parse(rememberedSchema, stored);
  return { ledger: parseLedger(ledger), presence: parsePresence(presence) };
}
