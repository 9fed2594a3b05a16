import { runStatusText } from '../../lib/core/zaia/agent-runs';
import { useUi } from '../ui';

/** In plain words, or in Zaia's own if the status is unknown. */
export function RunChip({ status }: { status: string }) {
  const { t } = useUi();
  const known = runStatusText(status);
  return (
    <span class="chip" data-status={status}>
      {known ? t(known) : <bdi>{status || t('unknown')}</bdi>}
    </span>
  );
}
