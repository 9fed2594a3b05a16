import { browser } from 'wxt/browser';
import { orElse } from './or-else';
import { isSilenced } from './silenced';

const PERMISSION = { permissions: ['notifications' as const] };

export interface Notification {
  id: string;
  title: string;
  message: string;
  /** Firefox has none. */
  buttons: string[];
}

/** Does the browser show notifications? If it does not tell, it shows none. */
export async function mayNotify(): Promise<boolean> {
  const isShown = async () =>
    (await browser.permissions.contains(PERMISSION)) &&
    (import.meta.env.FIREFOX || !(await isSilenced()));
  return orElse(isShown, false);
}

/** Calls back with that, at once and when permissions were given or taken away. */
export function watchMayNotify(callback: (mayShow: boolean) => void): void {
  const read = () => mayNotify().then(callback);
  read();
  browser.permissions.onAdded.addListener(read);
  browser.permissions.onRemoved.addListener(read);
}

/**
 * Asks the user. Browsers insist that this is called in the click's own turn, before anything is awaited. Rejects if the
 * browser shows none whatever the user answers.
 */
export async function askToNotify(): Promise<boolean> {
  const isGiven = await browser.permissions.request(PERMISSION);
  if (isGiven && (await isSilenced())) throw new Error('Notifications are switched off');
  return isGiven;
}

/** Shows it, or changes the one with that id. Resolves with false if the browser does not. */
export async function showNotification(shown: Notification): Promise<boolean> {
  const { id, title, message, buttons } = shown;
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title,
    message,
    // Firefox refuses a notification that names what it does not know.
    ...(!import.meta.env.FIREFOX && { buttons: buttons.map((text) => ({ title: text })) }),
  };
  return orElse(() => browser.notifications.create(id, options).then(() => true), false);
}

/** Takes it back. */
export async function clearNotification(id: string): Promise<void> {
  await orElse(() => browser.notifications.clear(id), false);
}

/**
 * Calls back with the id of a notification that was clicked, and with that of its button, from 0. Must be called in the worker's
 * first turn. The browser has the events only once the user has allowed notifications: then it listens at once.
 */
export function onNotificationClicked(
  clicked: (id: string) => void,
  pressed: (id: string, button: number) => void,
): void {
  const listen = () => {
    // To add a listener twice is to add it once.
    browser.notifications?.onClicked.addListener(clicked);
    // Firefox has the event, and no buttons.
    if (!import.meta.env.FIREFOX) browser.notifications?.onButtonClicked.addListener(pressed);
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
