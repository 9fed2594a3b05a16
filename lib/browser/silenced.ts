import { browser } from 'wxt/browser';

/** What Chromium has beside the polyfill's types. Without the permission there is nothing of it; Firefox has no such list. */
type OwnList =
  | {
      getPermissionLevel?(): Promise<string>;
      onPermissionLevelChanged?: { addListener(callback: (level: string) => void): void };
    }
  | undefined;

/**
 * Has the user switched off this extension's notifications in Chromium's own list? They are allowed then, and none is shown:
 * `create` does not even fail.
 */
export async function isSilenced(): Promise<boolean> {
  const list: OwnList = browser.notifications;
  return (await list?.getPermissionLevel?.()) === 'denied';
}

/** Calls back with that when it changes. The browser tells only once the user has allowed notifications: then it listens at once. */
export function onSilenced(callback: (isOff: boolean) => void): void {
  const told = (level: string) => callback(level === 'denied');
  const listen = () => {
    const list: OwnList = browser.notifications;
    // To add a listener twice is to add it once.
    list?.onPermissionLevelChanged?.addListener(told);
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
