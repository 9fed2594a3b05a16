import { browser } from 'wxt/browser';
import * as z from '../core/zod';
import { orElse } from './or-else';
import { storedValue } from './stored-value';

/** In memory: when today's summary was asked for, by the menu or a key. Only a page can copy. */
const COPY_ASKED = 'copyAsked';

/** A popup that opens later than that was opened for something else. */
const ASKED_LATELY_MS = 10_000;

/** The popup that opens next copies today's summary. */
export async function askToCopy(): Promise<void> {
  await orElse(() => browser.storage.session.set({ [COPY_ASKED]: Date.now() }));
}

/** Was it asked for just now? The next call says no: one press copies once. */
export async function takeCopyAsked(): Promise<boolean> {
  const askedAt = z.safeParse(
    z.boundedNumber(),
    await orElse(() => storedValue('session', COPY_ASKED)),
  );
  if (!askedAt.success) return false;
  await orElse(() => browser.storage.session.remove(COPY_ASKED));
  return Math.abs(Date.now() - askedAt.data) < ASKED_LATELY_MS;
}
