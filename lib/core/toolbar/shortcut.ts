/** What a key of the user's can do: the commands of the manifest. */
export const SHORTCUT_NAMES = ['_execute_action', 'side-panel', 'refresh', 'copy-summary'] as const;

export interface Shortcut {
  name: (typeof SHORTCUT_NAMES)[number];
  /** As the browser writes it; '' if there is none. */
  key: string;
}
