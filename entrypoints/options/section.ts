import type { ComponentChildren } from 'preact';
import type { BackedUp } from '../../lib/core/feeds/backup-rules';
import type { Failure } from '../../lib/core/feeds/failure';
import type { NotSaved } from '../../lib/core/messages/reply';
import type { Preferences } from '../../lib/core/settings/preferences';
import type { Connection, Settings } from '../../lib/core/settings/settings';
import type { State } from '../../lib/core/state/state';

export interface SectionProps {
  settings: Settings;
  /** The last answers. */
  state: State;
  /** What was imported and waits for its token: each row with the fields that its service lets into a file. */
  awaiting: BackedUp[];
  /**
   * Removes these imports.
   * @returns true once they are gone
   */
  forget(rows: BackedUp[]): Promise<boolean>;
  /**
   * Has a connection saved and asked.
   * @param replacedId of the connection whose place it takes; null for none
   * @returns what is known afterwards, why it was not saved, or null if the background did not answer
   */
  connect(connection: Connection, replacedId: string | null): Promise<State | NotSaved | null>;
  /**
   * Has connections forgotten.
   * @returns true once they are gone from what is stored; else why not, or false if nobody knows
   */
  disconnect(ids: string[]): Promise<Failure | boolean>;
  /** A text that was pasted elsewhere on the page: the form is open and filled from it. */
  pasted?: { text: string } | undefined;
}

/** A service's section of the page. */
export type Section = (props: SectionProps) => ComponentChildren;

/** What of the preferences is about one service, among the others of *Badge and popup*. */
export type OwnPreferences = (props: {
  preferences: Preferences;
  onChange(preferences: Preferences): void;
}) => ComponentChildren;
