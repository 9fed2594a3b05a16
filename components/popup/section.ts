import type { ComponentChildren } from 'preact';
import type { DetailReply } from '../../lib/core/messages/reply';
import type { Feed } from '../../lib/core/state/state';
import type { Zone } from '../../lib/core/time/time-zone';

export interface SectionProps {
  /** At least one, all of this service. */
  feeds: Feed[];
  /** For times of day. */
  zone: Zone;
  /** Asks for the details of an opened row. */
  askDetail(feed: Feed, what: string, argument: string): Promise<DetailReply | null>;
  onAllow(feed: Feed): void;
  onOptions(): void;
}

/** One service's part of the popup. */
export type Section = (props: SectionProps) => ComponentChildren;
