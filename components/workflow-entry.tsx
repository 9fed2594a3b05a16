import { FAILURE_TEXTS } from '../lib/core/failure';
import type { Feed } from '../lib/core/state';
import { isWorkflowStatus, STATUS_TEXTS, type Workflow } from '../lib/core/workflow';
import { useUi } from './ui';

interface WorkflowEntryProps {
  name: string;
  /** What is known of it; undefined before it was asked for. */
  feed: Feed | undefined;
  onEdit(): void;
  onRemove(): void;
}

/** One watched workflow on the options page. */
export function WorkflowEntry({ name, feed, onEdit, onRemove }: WorkflowEntryProps) {
  const { t } = useUi();
  // Parsed with the kind's schema where the state was (core/state.ts).
  const status = (feed?.data as Workflow | null | undefined)?.status ?? '';
  return (
    <li>
      <bdi class="name">{name}</bdi>
      <span class={feed?.failure ? 'error' : 'hint'}>
        {feed?.failure
          ? t(FAILURE_TEXTS[feed.failure.kind].text, 'B3OS')
          : isWorkflowStatus(status)
            ? t(STATUS_TEXTS[status])
            : status && <bdi>{status}</bdi>}
      </span>
      <button type="button" onClick={onEdit} aria-label={t('editOf', name)}>
        {t('edit')}
      </button>
      <button type="button" onClick={onRemove} aria-label={t('removeOf', name)}>
        {t('remove')}
      </button>
    </li>
  );
}
