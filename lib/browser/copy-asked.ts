import { browser } from 'wxt/browser';
import * as z from '../core/zod';
import { orElse } from './or-else';

/** In memory: when somebody asked the menu, or by a key, for today's summary. Only a page can copy. */
const COPY_ASKED = 'copyAsked';

/** A popup that opens later than that was opened for something else. */
const ASKED_LATELY_MS = 10_000;

/** The popup that opens next copies today's summary. */
export async function askToCopy(): Promise<void> {
  await orElse(() => browser.storage.session.set({ [COPY_ASKED]: Date.now() }));
}

/** Was it asked for just now? It is asked for once. */
export async function takeCopyAsked(): Promise<boolean> {
  const stored = await orElse(() => browser.storage.session.get(COPY_ASKED), {});
  const asked = z.safeParse(z.object({ [COPY_ASKED]: z.number() }), stored);
  if (!asked.success) return false;
  await orElse(() => browser.storage.session.remove(COPY_ASKED));
  return Math.abs(Date.now() - asked.data[COPY_ASKED]) < ASKED_LATELY_MS;
}
