import type { WorkflowEvent } from '../../lib/core/b3os/workflow';
import type { Zone } from '../../lib/core/time/time-zone';
import { DatedMoment } from '../dated-moment';

/** What an event says, or else of which type it is, and when it was. */
export function EventText({ event, zone }: { event: WorkflowEvent; zone: Zone }) {
  const { title, message, eventType, atMs } = event;
  const said = title || message || eventType;
  return (
    <>
      <bdi>{said}</bdi>
      {said !== '' && atMs !== null && ' · '}
      {atMs !== null && <DatedMoment atMs={atMs} zone={zone} />}
    </>
  );
}
