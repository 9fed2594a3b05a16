import '../popup/sections.css';
import './workflows.css';
import { workflowStage } from '../../lib/core/b3os/workflow';
import {
  compareWorkflows,
  latestEvent,
  workflowClock,
  workflowTitle,
} from '../../lib/core/b3os/workflow-row';
import { type B3osFeed, waitsForUser } from '../../lib/core/state/feed';
import type { TextKey } from '../../lib/core/texts';
import { Duration } from '../duration';
import { FeedProblem } from '../popup/feed-problem';
import type { SectionProps } from '../popup/section';
import { ServiceClock } from '../service-clock';
import { useUi } from '../ui';
import { EventText } from './event-text';
import { StatusChip } from './status-chip';
import { WorkflowDetails } from './workflow-details';

const STAGES: TextKey[] = ['stagePayment', 'stageQueue', 'stageRun', 'stageEnd'];

/** The watched workflow executions: first what needs the user, then what goes on. */
export function Workflows({ feeds, ...props }: SectionProps<B3osFeed>) {
  const { t } = useUi();
  const sorted = [...feeds].sort(
    (a, b) =>
      Number(waitsForUser(b)) - Number(waitsForUser(a)) ||
      Number(!a.data) - Number(!b.data) ||
      (a.data && b.data ? compareWorkflows(a.data, b.data) : 0),
  );
  return (
    <section>
      <h2 class="heading">{t('workflows')}</h2>
      <ul class="rows">
        {sorted.map((feed) => (
          <ServiceClock key={feed.connectionId} offsetMs={feed.offsetMs}>
            <WorkflowRow feed={feed} {...props} />
          </ServiceClock>
        ))}
      </ul>
    </section>
  );
}

function WorkflowRow({ feed, ...props }: Omit<SectionProps, 'feeds'> & { feed: B3osFeed }) {
  const { t } = useUi();
  const workflow = feed.data;
  const title = workflowTitle(feed.label, workflow, feed.reference);
  if (workflow === null) {
    return (
      <li class="item">
        <bdi class="title">{title}</bdi>
        {feed.failure === null && <p class="hint">{t('waiting', 'B3OS')}</p>}
        <FeedProblem feed={feed} service="B3OS" {...props} />
      </li>
    );
  }
  const event = latestEvent(workflow);
  return (
    <li class="item">
      <details>
        <summary class="row">
          <bdi class="title" title={title}>
            {title}
          </bdi>
          <StatusChip status={workflow.status} />
          <span class="detail">{event && <EventText event={event} zone={props.zone} />}</span>
          <span class="detail end">
            <Duration clock={workflowClock(workflow)} />
          </span>
          <Stages status={workflow.status} />
        </summary>
        <WorkflowDetails workflow={workflow} executionId={feed.reference} zone={props.zone} />
      </details>
      <FeedProblem feed={feed} service="B3OS" {...props} />
    </li>
  );
}

function Stages({ status }: { status: string }) {
  const { t } = useUi();
  const stage = workflowStage(status);
  const name = STAGES[stage ?? -1];
  return (
    <span
      class="stages"
      data-status={status}
      role="img"
      aria-label={name ? t('stageOf', String((stage ?? 0) + 1), t(name)) : t('stageUnknown')}
    >
      {STAGES.map((text, index) => (
        <span key={text} class={stage !== null && index <= stage ? 'reached' : ''} />
      ))}
    </span>
  );
}
