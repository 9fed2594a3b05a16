import { useState } from 'preact/hooks';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import type { FollowReply } from '../../lib/core/messages/reply';
import type { ZaiaFeed } from '../../lib/core/state/feed';
import type { TextKey } from '../../lib/core/texts';
import { MOST_FOLLOWED } from '../../lib/core/zaia/followed';
import { usePassing } from '../popup/passing-button';
import { useUi } from '../ui';
import { rowTitleId } from './row-id';

/**
 * Has a run followed, or no longer.
 * @returns null if the background did not answer
 */
export type Follow = (
  feed: ZaiaFeed,
  id: string,
  isFollowed: boolean,
) => Promise<FollowReply | null>;

interface FollowButtonProps {
  feed: ZaiaFeed;
  id: string;
  isFollowed: boolean;
  follow: Follow;
}

/** *Follow* or *Unfollow*, and what went wrong with it. */
export function FollowButton({ feed, id, isFollowed, follow }: FollowButtonProps) {
  const { t } = useUi();
  // A run that is not in the list goes with it.
  const button = usePassing();
  const [problem, setProblem] = useState<TextKey | null>(null);
  const [isBusy, setBusy] = useState(false);
  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    const reply = await follow(feed, id, !isFollowed);
    setBusy(false);
    if (reply === null) return setProblem('backgroundSilent');
    const { isDone, failure } = reply;
    const isFull = !isFollowed && (feed.data?.followed?.length ?? 0) >= MOST_FOLLOWED;
    const refused = isFull ? 'tooManyFollowed' : 'connectionGone';
    setProblem(isDone ? null : failure ? FAILURE_TEXTS[failure.kind] : refused);
    // The row has moved: to the top, or back. Moving loses the focus, if the user has not moved it meanwhile.
    const { activeElement, body } = document;
    if (!activeElement || activeElement === body) button.current?.focus();
  };
  return (
    <p class="follow">
      <button
        ref={button}
        type="button"
        aria-describedby={rowTitleId(id)}
        aria-disabled={isBusy}
        onClick={press}
      >
        {t(isFollowed ? 'unfollow' : 'follow')}
      </button>
      <span role="status">{problem !== null && t(problem)}</span>
    </p>
  );
}
