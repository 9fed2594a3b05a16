import { browser } from 'wxt/browser';
import { orElse } from './or-else';

/** Chromium's interface and Firefox's, which WXT's types do not know. */
interface Panels {
  sidePanel: {
    open(options: { windowId: number }): Promise<void>;
    setOptions(options: { enabled: boolean }): Promise<void>;
  };
  sidebarAction: { open(): Promise<void> };
}

/** Each browser has its own of them. */
const panels = () => browser as unknown as Panels;

/** The window that a side panel would open in; null in a small window, and if the browser does not tell. */
export async function panelWindow(): Promise<number | null> {
  return orElse(async () => {
    const { id, type } = await browser.windows.getCurrent();
    // There Chromium shows none, and says that it did.
    return type === 'popup' ? null : (id ?? null);
  }, null);
}

/**
 * Opens the side panel of a window, in Firefox the sidebar of the window in front. Browsers insist that this is called in
 * the click's own turn, before anything is awaited.
 * @returns false if the browser does not
 */
export async function openSidePanel(windowId: number): Promise<boolean> {
  const open = import.meta.env.FIREFOX
    ? () => panels().sidebarAction.open()
    : () => panels().sidePanel.open({ windowId });
  return orElse(() => open().then(() => true), false);
}

/** Makes the side panel one that can be opened, or not. Firefox keeps its sidebar: the page says that it is off. */
export async function enableSidePanel(isOn: boolean): Promise<void> {
  if (!import.meta.env.FIREFOX)
    await orElse(() => panels().sidePanel.setOptions({ enabled: isOn }));
}
