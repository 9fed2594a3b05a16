import { FAILURE_TEXTS, type FailureKind } from '../../lib/core/feeds/failure';
import { NEXT_TRY } from '../../lib/core/feeds/policy';
import type { Followed } from '../../lib/core/zaia/agent-runs';
import { useUi } from '../ui';
import { type Follow, FollowButton } from './follow-button';
import { rowTitleId } from './row-id';
import type { Asking } from './use-detail';

/** A followed run of which nothing is known yet. */
export function FollowedRow(props: Asking & { followed: Followed; follow: Follow }) {
  const { followed, feed, follow } = props;
  const { t } = useUi();
  const { id, failure } = followed;
  return (
    <li class="item">
      <bdi class="title" id={rowTitleId(id)}>
        {id}
      </bdi>
      {failure === null ? (
        <p class="hint">{t('waiting', 'Zaia')}</p>
      ) : (
        <FollowedProblem failure={failure} />
      )}
      <FollowButton {...{ feed, id, follow }} isFollowed />
    </li>
  );
}

/** What went wrong with one followed run. The others and the list are not concerned. */
export function FollowedProblem({ failure }: { failure: FailureKind }) {
  const { t } = useUi();
  const isGone = NEXT_TRY[failure] === 'user';
  return <p class="problem">{t(isGone ? 'runNotGiven' : FAILURE_TEXTS[failure], 'Zaia')}</p>;
}
