import { browser } from 'wxt/browser';
import type { Stored } from '../core/state/state';

// What the background has stored, as it is: without the schemas, so that the popup's first frame need not wait for them.

/** On disk: what was learnt. */
export const STATE = 'state';
/** On disk, in the same write: as much of the state as the popup's first frame shows; null where it shows nothing. */
export const GLANCE = 'glance';
/**
 * In memory (`storage.session`), so that it outlives a worker and costs the disk nothing: when was asked, when is asked
 * again. After the browser's end it is as the state last had it, and so rather too early than too late.
 */
export const SCHEDULES = 'schedules';
/** In memory, written by the popup alone: how tall it was last, in CSS pixels. */
const POPUP_HEIGHT = 'popupHeight';

/** What the popup's first frame takes. */
export interface StoredFirst {
  glance: unknown;
  schedules: unknown;
  popupHeight: unknown;
}

export async function readFirst(): Promise<StoredFirst> {
  const { local, session } = browser.storage;
  const [onDisk, inMemory] = await Promise.all([
    local.get(GLANCE),
    session.get([SCHEDULES, POPUP_HEIGHT]),
  ]);
  return {
    glance: onDisk[GLANCE],
    schedules: inMemory[SCHEDULES],
    popupHeight: inMemory[POPUP_HEIGHT],
  };
}

export async function readStored(): Promise<Stored> {
  const { local, session } = browser.storage;
  const [onDisk, inMemory] = await Promise.all([local.get(STATE), session.get(SCHEDULES)]);
  return { state: onDisk[STATE], schedules: inMemory[SCHEDULES] };
}

export async function savePopupHeight(heightPx: number): Promise<void> {
  await browser.storage.session.set({ [POPUP_HEIGHT]: heightPx });
}
