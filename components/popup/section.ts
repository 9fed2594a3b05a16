import type { ComponentChildren } from 'preact';
import type { DetailReply } from '../../lib/core/messages/reply';
import type { Feed } from '../../lib/core/state/state';
import type { Zone } from '../../lib/core/time/time-zone';

export interface SectionProps {
  /** The feeds of the section's service, at least one. */
  feeds: Feed[];
  /** For times of day. */
  zone: Zone;
  /** Asks a service for the details of an opened row. */
  askDetail(feed: Feed, what: string, argument: string): Promise<DetailReply | null>;
  onAllow(feed: Feed): void;
  onOptions(): void;
}

/** The popup's section for one service. */
export type Section = (props: SectionProps) => ComponentChildren;
