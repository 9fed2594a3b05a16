import type { Workflow } from '../../lib/core/b3os/workflow';
import { isoMoment } from '../../lib/core/time/format';
import type { Zone } from '../../lib/core/time/time-zone';
import { useUi } from '../ui';

/** What happened in a workflow, oldest first. */
export function WorkflowEvents({ workflow, zone }: { workflow: Workflow; zone: Zone }) {
  const { t, format } = useUi();
  return (
    <ol class="events" aria-label={t('events')}>
      {workflow.events.map((event, index) => (
        <li key={event.id || index} data-level={event.level} title={event.id}>
          {event.atMs !== null && (
            <time dateTime={isoMoment(event.atMs)}>
              {format.timeOfDayWithSeconds(event.atMs, zone)}
            </time>
          )}
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
