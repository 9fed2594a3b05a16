import { type Timer, timerClocks } from '../../lib/core/olie/timer';
import type { TextKey } from '../../lib/core/texts';
import { type Clock, readSeconds } from '../../lib/core/time/clock';
import { Duration } from '../duration';
import { Minutes } from '../minutes';
import { Sentence } from '../sentence';
import { useNow, useUi } from '../ui';

interface DayNumber {
  caption: TextKey;
  clock: Clock | null;
  goalS?: number | undefined;
}

interface DayNumbersProps {
  timer: Timer;
  isDayOver: boolean;
  /** What the user wants to track today, in seconds. Left out: there is no goal. */
  goalS?: number | undefined;
}

/** "1000:00:00" does not fit into a third of the popup: two stand beside each other then. */
const LONGEST_NARROW = '999:59:59'.length;

/** Shows the step's time only if it differs from the project's. */
export function DayNumbers({ timer, isDayOver, goalS }: DayNumbersProps) {
  const { format, now } = useUi();
  const { total, idle, projectTotal, stepTotal } = timerClocks(timer);
  const numbers: DayNumber[] = [
    { caption: 'today', clock: total },
    { caption: 'idleToday', clock: idle },
  ];
  if (timer.current !== null) numbers.push({ caption: 'thisProject', clock: projectTotal });
  if (stepTotal !== null && timer.stepTotalS !== timer.projectTotalS) {
    numbers.push({ caption: 'thisStep', clock: stepTotal });
  }
  const isWide = numbers.some(
    ({ clock }) => clock && format.duration(readSeconds(clock, now())).length > LONGEST_NARROW,
  );
  return (
    <dl class={isWide ? 'numbers wide' : `numbers of-${numbers.length}`}>
      {numbers.map(({ caption, clock }) => (
        <NumberCard
          key={caption}
          caption={caption}
          clock={isDayOver ? null : clock}
          goalS={caption === 'today' ? goalS : undefined}
        />
      ))}
    </dl>
  );
}

function NumberCard({ caption, clock, goalS }: DayNumber) {
  const { t } = useUi();
  const captionId = `number-${caption}`;
  return (
    <div class={`number ${caption}`}>
      <dt id={captionId}>
        {goalS === undefined ? (
          t(caption)
        ) : (
          <Sentence text="todayOf" parts={[<Minutes key="goal" seconds={goalS} />]} />
        )}
      </dt>
      <dd>
        <Duration clock={clock} captionId={captionId} />
      </dd>
      {goalS !== undefined && clock !== null && <GoalBar clock={clock} goalS={goalS} />}
    </div>
  );
}

/** How far the goal is. The week below says it in numbers. */
function GoalBar({ clock, goalS }: { clock: Clock; goalS: number }) {
  const share = readSeconds(clock, useNow(60_000)) / goalS;
  return (
    <div class="spent" aria-hidden="true">
      <span style={{ width: `${Math.min(100, share * 100)}%` }} />
    </div>
  );
}
