import { useState } from 'preact/hooks';
import type { Zone } from '../../lib/core/time/time-zone';
import type { Followed, Run } from '../../lib/core/zaia/agent-runs';
import { DatedMoment } from '../dated-moment';
import { type Follow, FollowButton } from './follow-button';
import { FollowedProblem } from './followed-row';
import { rowId, rowTitleId } from './row-id';
import { RunDetails } from './run-details';
import { RunNesting } from './run-nesting';
import { RunSummary } from './run-summary';
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
  const { run, zone, listed, feed, schedules, askDetail, followed, follow } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <li class="item" id={rowId(run.id)}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="row">
          <span class="title" id={rowTitleId(run.id)}>
            {run.startedAtMs === null ? run.id : <DatedMoment atMs={run.startedAtMs} zone={zone} />}
          </span>
          <RunSummary run={run} isFollowed={followed !== undefined} />
        </summary>
        {isOpen && (
          <div class="opened">
            <RunNesting {...{ run, feed, schedules, askDetail }} />
            <FollowButton {...{ feed, follow }} id={run.id} isFollowed={followed !== undefined} />
            <RunDetails {...{ run, zone, listed, feed, schedules, askDetail }} />
          </div>
        )}
      </details>
      {followed?.failure && <FollowedProblem failure={followed.failure} />}
    </li>
  );
}
