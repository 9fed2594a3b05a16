import type { ComponentChildren } from 'preact';
import type { Workflow } from '../../lib/core/b3os/workflow';
import type { TextKey } from '../../lib/core/texts';
import type { Zone } from '../../lib/core/time/time-zone';
import { CopyText } from '../copy-text';
import { DatedMoment } from '../dated-moment';
import { useUi } from '../ui';
import { WorkflowEvents } from './workflow-events';

interface WorkflowDetailsProps {
  workflow: Workflow;
  /** The id by which it is watched. */
  executionId: string;
  zone: Zone;
}

/** All that is known of a workflow; what the service left out has no row. */
export function WorkflowDetails({ workflow, executionId, zone }: WorkflowDetailsProps) {
  const { t } = useUi();
  const { metadata, message } = workflow;
  return (
    <div class="opened">
      {message !== '' && <bdi class="text">{message}</bdi>}
      <WorkflowEvents workflow={workflow} zone={zone} />
      {metadata.length > 0 && (
        <dl class="metadata" aria-label={t('workflowMetadata')}>
          {metadata.map(({ name, value }) => (
            <Row key={name} name={<bdi>{name}</bdi>}>
              <bdi>{value}</bdi>
            </Row>
          ))}
        </dl>
      )}
      <Facts workflow={workflow} executionId={executionId} zone={zone} />
    </div>
  );
}

function Facts({ workflow, executionId, zone }: WorkflowDetailsProps) {
  const { t } = useUi();
  const { paymentStatus } = workflow;
  const times: [TextKey, number | null][] = [
    ['workflowCreated', workflow.createdAtMs],
    ['workflowStarted', workflow.startedAtMs],
    ['workflowFinished', workflow.finishedAtMs],
  ];
  const ids: [TextKey, string][] = [
    ['workflowOrder', workflow.orderId],
    ['workflowCheckout', workflow.checkoutSessionId],
    ['workflowId', workflow.workflowId],
    ['workflowRunId', workflow.runId],
    ['executionId', workflow.id || executionId],
  ];
  return (
    <dl class="metadata">
      {paymentStatus !== '' && (
        <Row name={t('workflowPayment')}>
          <bdi>{paymentStatus}</bdi>
        </Row>
      )}
      {times.map(
        ([name, atMs]) =>
          atMs !== null && (
            <Row key={name} name={t(name)}>
              <DatedMoment atMs={atMs} zone={zone} />
            </Row>
          ),
      )}
      {ids.map(
        ([name, id]) =>
          id !== '' && (
            <Row key={name} name={t(name)}>
              <bdi>{id}</bdi> <CopyText text={id} label={t(name)} />
            </Row>
          ),
      )}
    </dl>
  );
}

function Row({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
