import type { Workflow } from '../../lib/core/b3os/workflow';
import { startOfDay } from '../../lib/core/time/day';
import { isoMoment } from '../../lib/core/time/format';
import type { Zone } from '../../lib/core/time/time-zone';
import { useNow, useUi } from '../ui';

/** What happened in a workflow, oldest first. */
export function WorkflowEvents({ workflow, zone }: { workflow: Workflow; zone: Zone }) {
  const { t } = useUi();
  return (
    <ol class="events" aria-label={t('events')}>
      {workflow.events.map((event, index) => (
        <li key={event.id || index} data-level={event.level} title={event.id}>
          {event.atMs !== null && <EventTime atMs={event.atMs} zone={zone} />}
          <span class="text">
            <bdi>{event.title}</bdi>
            {event.level !== '' && <bdi class="level">{event.level}</bdi>}
            {event.message !== '' && <bdi class="detail">{event.message}</bdi>}
            <Origin
              names={[
                event.eventType,
                event.nodeId,
                // Mostly the run of the whole workflow, which has its own row.
                event.runId === workflow.runId ? '' : event.runId,
              ]}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Below its date, if that is before today: a payment may be awaited for days. */
function EventTime({ atMs, zone }: { atMs: number; zone: Zone }) {
  const { format } = useUi();
  const isEarlier = atMs < startOfDay(zone, useNow(null));
  return (
    <time dateTime={isoMoment(atMs)}>
      {isEarlier && (
        <>
          {`${format.shortDate(atMs, zone)},`}
          <br />
        </>
      )}
      {format.timeOfDayWithSeconds(atMs, zone)}
    </time>
  );
}

/** The service's own names of what an event is, and of where it happened. */
function Origin({ names }: { names: string[] }) {
  const given = names.filter((name) => name !== '');
  if (given.length === 0) return null;
  return (
    <span class="detail origin">
      {given.map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
    </span>
  );
}
