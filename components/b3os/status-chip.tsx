import { isWorkflowStatus } from '../../lib/core/b3os/workflow';
import { STATUS_TEXTS } from '../../lib/core/b3os/workflow-row';
import { useUi } from '../ui';

/** A workflow's status, in words and in its colour. */
export function StatusChip({ status }: { status: string }) {
  const { t } = useUi();
  return (
    <span class="chip" data-status={status}>
      {isWorkflowStatus(status) ? (
        t(STATUS_TEXTS[status])
      ) : (
        <bdi title={status}>{status || t('unknown')}</bdi>
      )}
    </span>
  );
}
