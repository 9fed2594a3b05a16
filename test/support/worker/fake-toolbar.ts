/** The button's menu, the shortcuts and the side panel, which WXT's fake browser lacks. */
import { event } from './fake-event.ts';

interface MenuLine {
  id: string;
  title: string;
  parentId?: string;
}

const onMenuChosen = event<[{ menuItemId: string }, { windowId?: number }?]>();
const onShortcut = event<[string, { windowId?: number }?]>();
export const toolbarEvents = [onMenuChosen, onShortcut];

const state = { menu: [] as MenuLine[], openedIn: [] as number[], isEnabled: true };

/** Those parts of a browser in which nothing has happened yet. */
export function toolbarApis() {
  Object.assign(state, { menu: [], openedIn: [], isEnabled: true });
  return {
    contextMenus: {
      removeAll: async () => {
        state.menu = [];
      },
      create: (line: MenuLine) => state.menu.push(line),
      onClicked: onMenuChosen,
    },
    commands: { getAll: async () => [], onCommand: onShortcut },
    sidePanel: {
      open: async ({ windowId }: { windowId: number }) => {
        state.openedIn.push(windowId);
      },
      setOptions: async ({ enabled }: { enabled: boolean }) => {
        state.isEnabled = enabled;
      },
    },
  };
}

/** The menu of the button. */
export function shownMenu(): readonly MenuLine[] {
  return state.menu;
}

/** The windows in which the side panel was opened, and whether it may be. */
export function sidePanels(): { openedIn: number[]; isEnabled: boolean } {
  return { openedIn: [...state.openedIn], isEnabled: state.isEnabled };
}

/** The user chooses a line of the menu. */
export function chooseInMenu(menuItemId: string, windowId: number | null = 1): void {
  onMenuChosen.trigger({ menuItemId }, tabIn(windowId));
}

/** The user presses the key of a command. */
export function pressShortcut(name: string, windowId: number | null = 1): void {
  onShortcut.trigger(name, tabIn(windowId));
}

/** The browser need not name a tab. */
function tabIn(windowId: number | null): { windowId?: number } {
  return windowId === null ? {} : { windowId };
}
