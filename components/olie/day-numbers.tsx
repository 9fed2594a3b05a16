import { type Timer, timerClocks } from '../../lib/core/olie/timer';
import type { TextKey } from '../../lib/core/texts';
import type { Clock } from '../../lib/core/time/clock';
import { Duration } from '../duration';
import { useUi } from '../ui';

interface DayNumber {
  caption: TextKey;
  clock: Clock | null;
}

/** Shows the step's time only if it differs from the project's. */
export function DayNumbers({ timer, isDayOver }: { timer: Timer; isDayOver: boolean }) {
  const { total, idle, projectTotal, stepTotal } = timerClocks(timer);
  const numbers: DayNumber[] = [
    { caption: 'today', clock: total },
    { caption: 'idleToday', clock: idle },
  ];
  if (timer.current !== null) numbers.push({ caption: 'thisProject', clock: projectTotal });
  if (stepTotal !== null && timer.stepTotalS !== timer.projectTotalS) {
    numbers.push({ caption: 'thisStep', clock: stepTotal });
  }
  return (
    <dl class={`numbers of-${numbers.length}`}>
      {numbers.map(({ caption, clock }) => (
        <NumberCard key={caption} caption={caption} clock={isDayOver ? null : clock} />
      ))}
    </dl>
  );
}

function NumberCard({ caption, clock }: DayNumber) {
  const { t } = useUi();
  const captionId = `number-${caption}`;
  return (
    <div class={`number ${caption}`}>
      <dt id={captionId}>{t(caption)}</dt>
      <dd>
        <Duration clock={clock} captionId={captionId} />
      </dd>
    </div>
  );
}
