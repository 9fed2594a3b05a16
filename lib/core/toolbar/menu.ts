import type { TextKey } from '../texts';

/** A line of the button's menu. */
export interface MenuLine {
  id: MenuId;
  text: TextKey;
  /** Which line opens it. Left out: it is in the menu itself. */
  parentId?: MenuId;
}

const MENU_IDS = [
  'refresh',
  'copy-summary',
  'history',
  'side-panel',
  'mute',
  'mute-two-hours',
  'mute-today',
  'mute-not',
] as const;
export type MenuId = (typeof MENU_IDS)[number];

/** Chromium shows at most six lines of an extension, and one of those may be its own. */
const LINES: MenuLine[] = [
  { id: 'refresh', text: 'refresh' },
  { id: 'copy-summary', text: 'copyToday' },
  { id: 'history', text: 'history' },
  { id: 'side-panel', text: 'openSidePanel' },
  { id: 'mute', text: 'muteReminders' },
  { id: 'mute-two-hours', text: 'muteFor2Hours', parentId: 'mute' },
  { id: 'mute-today', text: 'muteToday', parentId: 'mute' },
  { id: 'mute-not', text: 'unmute', parentId: 'mute' },
];

/** What the menu has: nothing that the user has switched off. */
export function menuLines(has: { sidePanel: boolean; reminders: boolean }): MenuLine[] {
  return LINES.filter(({ id, parentId }) => {
    if (id === 'side-panel') return has.sidePanel;
    return has.reminders || (id !== 'mute' && parentId !== 'mute');
  });
}

/** The line with that id, or null if it is none of ours. */
export function menuIdOf(id: string): MenuId | null {
  return MENU_IDS.find((one) => one === id) ?? null;
}
