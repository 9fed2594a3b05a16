import type { ComponentChildren } from 'preact';
import type { BackedUp } from '../../lib/core/feeds/backup-kind';
import type { Settings } from '../../lib/core/settings/settings';
import type { State } from '../../lib/core/state/state';

export interface SectionProps {
  settings: Settings;
  /** The last answers of the connections. */
  state: State;
  /** Imported connections that still need their token. */
  awaiting: BackedUp[];
  /** Removes some of the imported connections. */
  forget(rows: BackedUp[]): Promise<void>;
  /**
   * Saves the changed settings, lets the background ask, and gives back permissions that are no longer needed.
   * @returns the new state; null if the background did not answer
   */
  save(change: (settings: Settings) => Settings): Promise<State | null>;
}

/** The options page's section for one service. */
export interface Section {
  /** The key of the section's view. */
  order: number;
  View(props: SectionProps): ComponentChildren;
}
