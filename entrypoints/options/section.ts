import type { ComponentChildren } from 'preact';
import type { BackedUp } from '../../lib/core/feeds/backup-kind';
import type { Settings } from '../../lib/core/settings/settings';
import type { State } from '../../lib/core/state/state';

export interface SectionProps {
  settings: Settings;
  /** The last answers. */
  state: State;
  /** Imports without a token. */
  awaiting: BackedUp[];
  /** Removes these imports. */
  forget(rows: BackedUp[]): Promise<void>;
  /**
   * Saves, lets the background ask, and gives back unused permissions.
   * @returns the new state; null if the background did not answer
   */
  save(change: (settings: Settings) => Settings): Promise<State | null>;
}

/** One service's part of the options page. */
export interface Section {
  /** The key of the section's view. */
  order: number;
  View(props: SectionProps): ComponentChildren;
}
