import { counted } from '../../lib/core/counted';
import type { TextKey } from '../../lib/core/texts';
import type { Run } from '../../lib/core/zaia/agent-runs';
import { runClock, runStatusText } from '../../lib/core/zaia/run-row';
import { Duration } from '../duration';
import { useUi } from '../ui';

/** A run's status, how long it took, what it cost, and what else there is to know of it. */
export function RunSummary({ run, isFollowed = false }: { run: Run; isFollowed?: boolean }) {
  const ui = useUi();
  const { t } = ui;
  return (
    <>
      <StatusChip status={run.status} />
      <span class="detail">
        <Duration clock={runClock(run)} />
        {' · '}
        {counted(ui, 'credits', run.credits)}
        {run.isAgentic && <Explained text="agentic" meaning="agenticMeans" />}
        {run.isPurged && <Explained text="purged" meaning="purgedMeans" />}
        {isFollowed && ` · ${t('followed')}`}
      </span>
    </>
  );
}

/** A word of Zaia's, with what it means as its title. */
function Explained({ text, meaning }: { text: TextKey; meaning: TextKey }) {
  const { t } = useUi();
  return (
    <>
      {' · '}
      <span title={t(meaning)}>{t(text)}</span>
    </>
  );
}

/** In plain words, or in Zaia's own if the status is unknown. */
function StatusChip({ status }: { status: string }) {
  const { t } = useUi();
  const known = runStatusText(status);
  return (
    <span class="chip" data-status={status}>
      {known ? t(known) : <bdi title={status}>{status || t('unknown')}</bdi>}
    </span>
  );
}
