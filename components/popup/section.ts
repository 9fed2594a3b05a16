import type { ComponentChildren } from 'preact';
import type { DetailReply } from '../../lib/core/messages/reply';
import type { Feed, Schedules } from '../../lib/core/state/feed';
import type { Zone } from '../../lib/core/time/time-zone';

/** What each section of the popup gets. */
export interface SectionProps<Own extends Feed = Feed> {
  /** The feeds of the section's service, at least one. */
  feeds: Own[];
  schedules: Schedules;
  /** The zone in which times of day are shown. */
  zone: Zone;
  /** Asks for the details of an opened row. */
  askDetail(feed: Feed, what: string, argument: string): Promise<DetailReply | null>;
  onAllow(feed: Feed): void;
  onOptions(): void;
  /** What ended badly was in view. */
  onSeen(connectionId: string): void;
}

/** A service's section of the popup. Its view is a method, so that one for the feeds of one service fits. */
export interface Section {
  View(props: SectionProps): ComponentChildren;
  /** What of it belongs under the clock. Left out if there is nothing of the kind. */
  Top?(props: SectionProps): ComponentChildren;
}
