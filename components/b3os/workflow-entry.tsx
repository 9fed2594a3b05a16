import { isWorkflowStatus } from '../../lib/core/b3os/workflow';
import { STATUS_TEXTS } from '../../lib/core/b3os/workflow-row';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import type { B3osFeed } from '../../lib/core/state/feed';
import type { Translate } from '../../lib/core/texts';
import { useUi } from '../ui';

interface WorkflowEntryProps {
  name: string;
  /** Shown beside its name, if that is another one. */
  executionId: string;
  /** What is known of it; undefined before it was asked for. */
  feed?: B3osFeed | undefined;
  /** It was imported: nothing is asked before its token is entered. */
  needsToken?: boolean;
  onEdit(): void;
  onRemove(): void;
}

/** One watched workflow on the options page. */
export function WorkflowEntry(props: WorkflowEntryProps) {
  const { name, executionId, onEdit, onRemove, ...known } = props;
  const { t } = useUi();
  const { isBad, text } = statusText(known, t);
  return (
    <li>
      <bdi class="name" title={name}>
        {name}
      </bdi>
      {name !== executionId && <bdi class="hint">{executionId}</bdi>}
      <span class={isBad ? 'error' : 'hint'}>{text}</span>
      <span class="both">
        <button type="button" onClick={onEdit} aria-label={t('editOf', name)}>
          {t('edit')}
        </button>
        <button type="button" onClick={onRemove} aria-label={t('removeOf', name)}>
          {t('remove')}
        </button>
      </span>
    </li>
  );
}

function statusText(
  { feed, needsToken }: Pick<WorkflowEntryProps, 'feed' | 'needsToken'>,
  t: Translate,
) {
  if (needsToken) return { isBad: true, text: t('needsTokenShort') };
  if (feed?.failure) return { isBad: true, text: t(FAILURE_TEXTS[feed.failure.kind], 'B3OS') };
  const status = feed?.data?.status ?? '';
  return {
    isBad: false,
    text: isWorkflowStatus(status) ? t(STATUS_TEXTS[status]) : status && <bdi>{status}</bdi>,
  };
}
