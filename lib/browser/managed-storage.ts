import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { withFlags } from '../core/settings/managed-flags';
import { orElse } from './or-else';
import { storedValue } from './stored-value';

/** On the disk: what the organization had set when the browser last told. Nothing is stored if it had set nothing. */
const KNOWN = 'managed';
/** Chromium tells within 10 ms, but for the first seconds after its start it takes up to five (docs/browser-bugs.md). */
const PATIENCE_MS = 50;

/**
 * What the organization has set, unread; nothing if it has set nothing. What the browser told last counts while it does not
 * tell. Never rejects: nobody is stopped by it.
 */
export async function readManaged(): Promise<Record<string, unknown>> {
  const isLate = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  return (await Promise.race([readTold(), isLate])) ?? readKnown();
}

/**
 * What the organization has set, once the browser tells it: the background asks no service before. It is remembered, and
 * whoever watches is called back if it is something else than before.
 */
export async function awaitManaged(): Promise<Record<string, unknown>> {
  const [told, known] = await Promise.all([readTold(), readKnown()]);
  if (dequal(told, known)) return told;
  const { local } = browser.storage;
  await orElse(() =>
    Object.keys(told).length > 0 ? local.set({ [KNOWN]: told }) : local.remove(KNOWN),
  );
  return told;
}

async function readTold(): Promise<Record<string, unknown>> {
  try {
    const told = await browser.storage.managed.get();
    return import.meta.env.FIREFOX ? withFlags(told) : told;
  } catch {
    // Firefox rejects if nobody has set anything. That is no fault, so nothing is reported.
    return {};
  }
}

async function readKnown(): Promise<Record<string, unknown>> {
  return Object(await orElse(() => storedValue('local', KNOWN)));
}

/** Calls back when the organization changed something, or when the browser tells it at last. @returns stops it */
export function watchManaged(callback: () => void): () => void {
  const listener = (changed: object, area: string) => {
    if (area === 'managed' || (area === 'local' && KNOWN in changed)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
