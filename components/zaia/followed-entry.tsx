import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import { NEXT_TRY } from '../../lib/core/feeds/policy';
import type { Followed } from '../../lib/core/zaia/agent-runs';
import { runStatusText } from '../../lib/core/zaia/run-row';
import { useUi } from '../ui';

interface FollowedEntryProps {
  id: string;
  /** Undefined before it was first asked for. */
  known: Followed | undefined;
  onUnfollow(): void;
}

/** A followed run in the list on the options page. */
export function FollowedEntry({ id, known, onUnfollow }: FollowedEntryProps) {
  const { t } = useUi();
  const failure = known?.failure ?? null;
  const status = known?.run?.status ?? '';
  const text = runStatusText(status);
  return (
    <li>
      <bdi class="name" title={id}>
        {id}
      </bdi>
      {failure === null ? (
        <span class="hint">{text ? t(text) : <bdi>{status}</bdi>}</span>
      ) : (
        <span class="error">
          {t(NEXT_TRY[failure] === 'user' ? 'runNotGiven' : FAILURE_TEXTS[failure], 'Zaia')}
        </span>
      )}
      <button type="button" aria-label={t('unfollowOf', id)} onClick={onUnfollow}>
        {t('unfollow')}
      </button>
    </li>
  );
}
