import type { ComponentChildren } from 'preact';
import type { DetailReply } from '../../lib/core/messages/reply';
import type { Feed } from '../../lib/core/state/state';
import type { Zone } from '../../lib/core/time/time-zone';

/** What each section of the popup gets. */
export interface SectionProps {
  /** The feeds of the section's kind, at least one. */
  feeds: Feed[];
  /** The zone in which times of day are shown. */
  zone: Zone;
  /** Asks a service for what an opened part shows. */
  askDetail(feed: Feed, what: string, argument: string): Promise<DetailReply | null>;
  onAllow(feed: Feed): void;
  onOptions(): void;
}

/** A section of the popup: every file of `sections/` exports one, named for its kind of feed. */
export type Section = (props: SectionProps) => ComponentChildren;
