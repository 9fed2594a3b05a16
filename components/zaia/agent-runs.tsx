import '../popup/sections.css';
import './agent-runs.css';
import { counted } from '../../lib/core/counted';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import { scheduleOf, type ZaiaFeed } from '../../lib/core/state/feed';
import { startOfDay } from '../../lib/core/time/day';
import type { Followed, Run } from '../../lib/core/zaia/agent-runs';
import { Check } from '../check';
import { FeedProblem } from '../popup/feed-problem';
import type { SectionProps } from '../popup/section';
import { ServiceClock } from '../service-clock';
import { useUi } from '../ui';
import type { Follow } from './follow-button';
import { FollowedRow } from './followed-row';
import { RunRow } from './run-row';
import { useMore } from './use-more';

interface AgentRunsProps extends Omit<SectionProps<ZaiaFeed>, 'onSeen'> {
  follow: Follow;
  /** Runs that another run called are left out, if they are not followed. */
  isTopLevelOnly: boolean;
  onTopLevelOnly(isTopLevelOnly: boolean): void;
  /** The browser did not save that choice. */
  isRefused?: boolean;
}

/** The workspace's agent executions, newest first, below those that the user follows. */
export function AgentRuns({ feeds, ...props }: AgentRunsProps) {
  return (
    <>
      {feeds.map((feed) => (
        <ServiceClock key={feed.connectionId} offsetMs={feed.offsetMs}>
          <Runs feed={feed} {...props} />
        </ServiceClock>
      ))}
    </>
  );
}

/** Was the last answer given today? The day's credits end at midnight, even if no answer comes. @param nowMs the service's clock */
function isOfToday(
  feed: ZaiaFeed,
  { schedules, zone }: Pick<SectionProps, 'schedules' | 'zone'>,
  nowMs: number,
): boolean {
  const answeredAtMs = scheduleOf(schedules, feed).answeredAtMs ?? feed.learntAtMs;
  if (answeredAtMs === null) return true;
  return startOfDay(zone, answeredAtMs + (feed.offsetMs ?? 0)) === startOfDay(zone, nowMs);
}

type RunsProps = Omit<AgentRunsProps, 'feeds'> & { feed: ZaiaFeed };

function Runs({ feed, isTopLevelOnly, onTopLevelOnly, isRefused, ...props }: RunsProps) {
  const ui = useUi();
  const { t } = ui;
  const { data } = feed;
  const more = useMore({ feed, ...props });
  const followed = data?.followed ?? [];
  const followedIds = new Set(followed.map(({ id }) => id));
  const inList = [...(data?.runs ?? []), ...more.runs];
  const others = inList.filter(({ id }) => !followedIds.has(id));
  const topLevel = others.filter(({ parentId }) => parentId === undefined);
  const hasChildren = topLevel.length < others.length;
  const shown = isTopLevelOnly ? topLevel : others;
  const listed = new Set([...shown.map(({ id }) => id), ...followedIds]);
  const row = (run: Run, own?: Followed) => (
    <RunRow key={run.id} {...{ run, feed, listed }} followed={own} {...props} />
  );
  return (
    <section>
      <h2 class="heading">
        <span>{t('agentRuns')}</span>
        {data && isOfToday(feed, props, ui.now()) && (
          <span>
            {counted(ui, data.isAtLeast ? 'creditsAtLeast' : 'creditsToday', data.creditsToday)}
          </span>
        )}
      </h2>
      <FeedProblem feed={feed} service="Zaia" {...props} />
      {hasChildren && (
        <Check label={t('onlyTopLevelRuns')} isChecked={isTopLevelOnly} onChange={onTopLevelOnly} />
      )}
      {isRefused && (
        <p class="problem" role="status">
          {t('preferencesNotSaved')}
        </p>
      )}
      {hasChildren && shown.length === 0 && <p class="hint">{t('noTopLevelRuns')}</p>}
      {data?.runs.length === 0 && <p class="hint">{t('noRuns')}</p>}
      <ul class="rows">
        {[
          ...followed.map((own) =>
            own.run === null ? (
              <FollowedRow key={own.id} feed={feed} followed={own} {...props} />
            ) : (
              row(own.run, own)
            ),
          ),
          // In one list with the others: a row that moves between two would be closed.
          ...shown.map((run) => row(run)),
        ]}
      </ul>
      {more.failed && <p class="problem">{t(FAILURE_TEXTS[more.failed], 'Zaia')}</p>}
      {data && data.runs.length > 0 && (
        <button
          type="button"
          class="more"
          onClick={more.load}
          aria-disabled={more.isAll || more.isBusy}
        >
          {more.isBusy ? t('waiting', 'Zaia') : t(more.isAll ? 'noMoreRuns' : 'loadMore')}
        </button>
      )}
    </section>
  );
}
