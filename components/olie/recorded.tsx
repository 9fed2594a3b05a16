import type { Session } from '../../lib/core/olie/timer';
import type { Day } from '../../lib/core/time/day';
import { MomentOfDay } from '../dated-moment';
import { Sentence } from '../sentence';

/** Shown if the session was adjusted later. */
export function Recorded({ session, day }: { session: Session; day: Day }) {
  const { recordedStartMs, recordedFinishMs } = session;
  if (recordedStartMs === null && recordedFinishMs === null) return null;
  return (
    <span class="detail recorded">
      <Sentence
        text="recorded"
        parts={[
          <MomentOfDay key="start" atMs={recordedStartMs ?? session.startedAtMs} day={day} />,
          <MomentOfDay key="finish" atMs={recordedFinishMs ?? session.finishedAtMs} day={day} />,
        ]}
      />
    </span>
  );
}
