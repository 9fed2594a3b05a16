import type { Workflow } from '../../lib/core/b3os/workflow';
import { isoMoment } from '../../lib/core/time/format';
import type { Zone } from '../../lib/core/time/time-zone';
import { useUi } from '../ui';

export function WorkflowDetails({ workflow, zone }: { workflow: Workflow; zone: Zone }) {
  const { t, format } = useUi();
  const { events, metadata, message } = workflow;
  return (
    <div class="opened">
      {message !== '' && <bdi class="text">{message}</bdi>}
      <ol class="events" aria-label={t('events')}>
        {events.map((event, index) => (
          <li key={event.id || index} data-level={event.level}>
            {event.atMs !== null && (
              <time dateTime={isoMoment(event.atMs)}>
                {format.timeOfDayWithSeconds(event.atMs, zone)}
              </time>
            )}
            <span class="text">
              <bdi>{event.title}</bdi>
              {event.level !== '' && <bdi class="level">{event.level}</bdi>}
              {event.message !== '' && <bdi class="detail">{event.message}</bdi>}
            </span>
          </li>
        ))}
      </ol>
      {metadata.length > 0 && (
        <dl class="metadata">
          {metadata.map(({ name, value }) => (
            <div key={name}>
              <dt>
                <bdi>{name}</bdi>
              </dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
