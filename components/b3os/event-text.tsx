import type { WorkflowEvent } from '../../lib/core/b3os/workflow';
import type { Zone } from '../../lib/core/time/time-zone';
import { DatedMoment } from '../dated-moment';

/** What an event says, and when it was. */
export function EventText({ event, zone }: { event: WorkflowEvent; zone: Zone }) {
  return (
    <>
      <bdi>{event.title || event.message}</bdi>
      {event.atMs !== null && (
        <>
          {' · '}
          <DatedMoment atMs={event.atMs} zone={zone} />
        </>
      )}
    </>
  );
}
