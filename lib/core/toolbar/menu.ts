import type { TextKey } from '../texts';

/** Chromium shows at most six lines of an extension, and one of those may be its own. */
const LINES = [
  { id: 'refresh', text: 'refresh' },
  { id: 'copy-summary', text: 'copyToday' },
  { id: 'history', text: 'history' },
  { id: 'side-panel', text: 'openSidePanel' },
  { id: 'mute', text: 'muteReminders' },
  { id: 'mute-two-hours', text: 'muteFor2Hours', parentId: 'mute' },
  { id: 'mute-today', text: 'muteToday', parentId: 'mute' },
  { id: 'mute-not', text: 'unmute', parentId: 'mute' },
] as const satisfies { id: string; text: TextKey; parentId?: string }[];
export type MenuId = (typeof LINES)[number]['id'];

/** A line of the button's menu. */
export interface MenuLine {
  id: MenuId;
  text: TextKey;
  /** Which line opens it. Left out: it is in the menu itself. */
  parentId?: MenuId;
}

/** What the menu has: nothing that the user has switched off. */
export function menuLines(has: { sidePanel: boolean; reminders: boolean }): MenuLine[] {
  return LINES.filter(({ id, parentId }: MenuLine) => {
    if (id === 'side-panel') return has.sidePanel;
    return has.reminders || (id !== 'mute' && parentId !== 'mute');
  });
}

/** The line with that id, or null if it is none of ours. */
export function menuIdOf(id: string): MenuId | null {
  return LINES.find((line) => line.id === id)?.id ?? null;
}
