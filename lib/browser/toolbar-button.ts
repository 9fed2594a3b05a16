import { browser } from 'wxt/browser';
import { orElse } from './or-else';

/** Is our button in sight on the toolbar? Null if the browser does not tell. */
export async function isOnToolbar(): Promise<boolean | null> {
  const settings = await orElse(() => browser.action.getUserSettings(), null);
  return settings?.isOnToolbar ?? null;
}

/** Whose toolbar it is. Edge has Chrome's package, and only says in this way that it is Edge. */
export function toolbarKind(): 'chrome' | 'edge' | 'firefox' {
  if (import.meta.env.FIREFOX) return 'firefox';
  return navigator.userAgent.includes(' Edg/') ? 'edge' : 'chrome';
}
