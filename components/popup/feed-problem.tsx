import { FAILURE_TEXTS, REMEDIES } from '../../lib/core/feeds/failure';
import { isUnconfirmed } from '../../lib/core/feeds/freshness';
import { type Feed, pauseEndMs, scheduleOf } from '../../lib/core/state/feed';
import { Moment } from '../moment';
import { Sentence } from '../sentence';
import { useUi } from '../ui';
import { PassingButton } from './passing-button';
import type { SectionProps } from './section';

interface FeedProblemProps
  extends Pick<SectionProps, 'schedules' | 'zone' | 'onAllow' | 'onOptions'> {
  feed: Feed;
  service: string;
}

/** What went wrong with one feed, as a line of its section: whether what is shown is old, and the button that mends it. */
export function FeedProblem(props: FeedProblemProps) {
  const { feed, service, schedules, zone, onAllow, onOptions } = props;
  const { t, browserNow } = useUi();
  const { failure, data } = feed;
  if (failure === null) return null;
  const remedy = REMEDIES[failure.kind];
  const pausedUntilMs = pauseEndMs(feed, schedules, browserNow());
  const isOld = remedy !== undefined || isUnconfirmed(scheduleOf(schedules, feed), browserNow());
  return (
    <p class={remedy === undefined ? 'problem' : 'problem alert'}>
      <span>
        {t(FAILURE_TEXTS[failure.kind], service)}
        {failure.message !== null && <bdi> {failure.message}</bdi>}
        {pausedUntilMs !== null && (
          <>
            {' '}
            <Sentence
              text="pausedUntil"
              parts={[<Moment key="end" atMs={pausedUntilMs} zone={zone} />]}
            />
          </>
        )}
        {data !== null && isOld && ` ${t('shownIsOld')}`}
      </span>
      {remedy !== undefined && (
        <PassingButton onClick={remedy === 'allow' ? () => onAllow(feed) : onOptions}>
          {t(remedy === 'allow' ? 'allowAccess' : 'openOptions')}
        </PassingButton>
      )}
    </p>
  );
}
