import { useEffect, useRef } from 'preact/hooks';
import { latestEvent, workflowTitle } from '../../lib/core/b3os/workflow-row';
import { type B3osFeed, endedBadly } from '../../lib/core/state/feed';
import type { SectionProps } from '../popup/section';
import { useUi } from '../ui';
import { EventText } from './event-text';
import { StatusChip } from './status-chip';

/** The workflows that failed and were not seen before this popup was opened. They stay while it is open. */
export function UnseenFailures({ feeds, ...props }: SectionProps<B3osFeed>) {
  const { t } = useUi();
  const unseen = useRef(new Set<string>()).current;
  for (const feed of feeds) {
    if (!endedBadly(feed)) unseen.delete(feed.connectionId);
    else if (!feed.isSeen) unseen.add(feed.connectionId);
  }
  const shown = feeds.filter(({ connectionId }) => unseen.has(connectionId));
  if (shown.length === 0) return null;
  return (
    <section class="unseen">
      <h2 class="heading">{t('needsALook')}</h2>
      <ul class="rows">
        {shown.map((feed) => (
          <Failure key={feed.connectionId} feed={feed} {...props} />
        ))}
      </ul>
    </section>
  );
}

interface FailureProps extends Pick<SectionProps, 'zone' | 'onSeen'> {
  feed: B3osFeed;
}

function Failure({ feed, zone, onSeen }: FailureProps) {
  const row = useRef<HTMLLIElement>(null);
  // Only a row that was in view counts as seen: a long list scrolls.
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen(feed.connectionId);
    });
    if (row.current && !feed.isSeen) observer.observe(row.current);
    return () => observer.disconnect();
  }, [feed.isSeen]);
  const workflow = feed.data;
  if (workflow === null) return null;
  const title = workflowTitle(feed.label, workflow, feed.reference);
  const event = latestEvent(workflow);
  return (
    <li ref={row} class="row">
      <bdi class="title" title={title}>
        {title}
      </bdi>
      <StatusChip status={workflow.status} />
      {event && (
        <span class="detail">
          <EventText event={event} zone={zone} />
        </span>
      )}
    </li>
  );
}
