import { browser } from 'wxt/browser';
import * as z from '../core/zod';
import { orElse } from './or-else';
import { storedValue } from './stored-value';

/** In memory: how far the side panel was scrolled, in pixels. */
const SCROLL = 'panelScroll';

export async function loadPanelScroll(): Promise<number> {
  const stored = await orElse(() => storedValue('session', SCROLL));
  return z.parse(z.catch(z.boundedNumber(), 0), stored);
}

export async function savePanelScroll(scrolled: number): Promise<void> {
  await orElse(() => browser.storage.session.set({ [SCROLL]: scrolled }));
}
