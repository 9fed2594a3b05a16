import { useState } from 'preact/hooks';
import { counted } from '../../lib/core/counted';
import type { Zone } from '../../lib/core/time/time-zone';
import type { Followed, Run } from '../../lib/core/zaia/agent-runs';
import { runClock } from '../../lib/core/zaia/run-row';
import { DatedMoment } from '../dated-moment';
import { Duration } from '../duration';
import { useUi } from '../ui';
import { type Follow, FollowButton } from './follow-button';
import { FollowedProblem } from './followed-row';
import { rowId } from './row-id';
import { RunChip } from './run-chip';
import { RunDetails } from './run-details';
import { RunNesting } from './run-nesting';
import type { Asking } from './use-detail';

interface RunRowProps extends Asking {
  run: Run;
  /** What is known of following it; undefined if it is not followed. */
  followed: Followed | undefined;
  follow: Follow;
  zone: Zone;
  /** The ids of the runs that are on the page. */
  listed: Set<string>;
}

/** A run. Opened, it shows what it called, and its details. */
export function RunRow(props: RunRowProps) {
  const { run, zone, listed, feed, askDetail, followed, follow } = props;
  const ui = useUi();
  const { t } = ui;
  const [isOpen, setOpen] = useState(false);
  return (
    <li class="item" id={rowId(run.id)}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="row">
          <span class="title">
            {run.startedAtMs === null ? run.id : <DatedMoment atMs={run.startedAtMs} zone={zone} />}
          </span>
          <RunChip status={run.status} />
          <span class="detail">
            <Duration clock={runClock(run)} />
            {' · '}
            {counted(ui, 'credits', run.credits)}
            {run.isAgentic && ` · ${t('agentic')}`}
            {run.isPurged && ` · ${t('purged')}`}
            {followed && ` · ${t('followed')}`}
          </span>
        </summary>
        {isOpen && (
          <div class="opened">
            <RunNesting {...{ run, feed, askDetail }} />
            <FollowButton {...{ feed, follow }} id={run.id} isFollowed={followed !== undefined} />
            <RunDetails {...{ run, zone, listed, feed, askDetail }} />
          </div>
        )}
      </details>
      {followed?.failure && <FollowedProblem failure={followed.failure} />}
    </li>
  );
}
