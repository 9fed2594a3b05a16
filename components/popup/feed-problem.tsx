import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import type { Feed } from '../../lib/core/state/state';
import { useNow, useUi } from '../ui';
import type { SectionProps } from './section';

interface FeedProblemProps extends Pick<SectionProps, 'onAllow' | 'onOptions'> {
  feed: Feed;
  service: string;
}

/** What went wrong with one feed, and whether its data is old. */
export function FeedProblem({ feed, service, onAllow, onOptions }: FeedProblemProps) {
  const { t } = useUi();
  const { failure, schedule, offsetMs, data } = feed;
  const browserNowMs = useNow(null) - (offsetMs ?? 0);
  if (failure === null) return null;
  const { text, remedy } = FAILURE_TEXTS[failure.kind];
  const isOld = remedy !== null || (schedule.oldAtMs !== null && browserNowMs >= schedule.oldAtMs);
  return (
    <p class={remedy === null ? 'problem' : 'problem alert'}>
      <span>
        {t(text, service)}
        {failure.message !== null && <bdi> {failure.message}</bdi>}
        {data !== null && isOld && ` ${t('shownIsOld')}`}
      </span>
      {remedy !== null && (
        <button type="button" onClick={remedy === 'allow' ? () => onAllow(feed) : onOptions}>
          {t(remedy === 'allow' ? 'allowAccess' : 'openOptions')}
        </button>
      )}
    </p>
  );
}
