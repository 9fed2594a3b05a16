import { FAILURE_TEXTS } from '../lib/core/failure';
import type { Feed } from '../lib/core/state';
import type { SectionProps } from './section';
import { useUi } from './ui';

interface FeedProblemProps extends Pick<SectionProps, 'onAllow' | 'onOptions'> {
  feed: Feed;
  service: string;
}

/** What went wrong with one feed, as a line of its section, and the button that mends it. */
export function FeedProblem({ feed, service, onAllow, onOptions }: FeedProblemProps) {
  const { t } = useUi();
  if (feed.failure === null) return null;
  const { text, remedy } = FAILURE_TEXTS[feed.failure.kind];
  return (
    <p class={remedy === null ? 'problem' : 'problem alert'}>
      {t(text, service)}
      {feed.failure.message !== null && <bdi> {feed.failure.message}</bdi>}
      {remedy !== null && (
        <button type="button" onClick={remedy === 'allow' ? () => onAllow(feed) : onOptions}>
          {t(remedy === 'allow' ? 'allowAccess' : 'openOptions')}
        </button>
      )}
    </p>
  );
}
