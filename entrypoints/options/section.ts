import type { ComponentChildren } from 'preact';
import type { BackedUp } from '../../lib/core/feeds/backup-kind';
import type { Settings } from '../../lib/core/settings/settings';
import type { State } from '../../lib/core/state/state';

/** What each section of the page gets. */
export interface SectionProps {
  settings: Settings;
  /** What is known from the connections. */
  state: State;
  /** What was imported and waits for its token: each row with the fields that its kind lets into a file. */
  awaiting: BackedUp[];
  /** Forgets some of what waits. */
  forget(rows: BackedUp[]): Promise<void>;
  /**
   * Saves the changed settings, has the background ask, and gives back the permissions that nothing needs any more.
   * @returns what is known afterwards, or null where the background did not answer
   */
  save(change: (settings: Settings) => Settings): Promise<State | null>;
}

/** A section of the page: every `.tsx` of `sections/` exports one. */
export interface Section {
  /** Lower comes first. */
  order: number;
  View(props: SectionProps): ComponentChildren;
}
