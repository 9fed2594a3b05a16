import { counted } from '../../lib/core/counted';
import { awayWhileRunning } from '../../lib/core/history/away';
import { readSeconds, standing } from '../../lib/core/time/clock';
import { Duration } from '../duration';
import { Sentence } from '../sentence';
import { useUi } from '../ui';
import { Card } from './card';
import { IdleCard } from './idle-card';
import { clockOf, type Shown } from './shown';
import { stretchesOf } from './stretches-of';
import { Total } from './total';

/** The numbers of the period, at a glance. */
export function Cards({ shown }: { shown: Shown }) {
  const ui = useUi();
  const { format } = ui;
  const { totals, counting, view, goalS, days } = shown;
  const { totalS, averageS, amount, isPartial, isUnknown } = totals;
  const clock = isUnknown ? null : clockOf(totalS, counting);
  const daysWithTime = days.filter((day) => day.totalS > 0).length;
  return (
    <dl class="cards">
      <Card caption="trackedTime">
        <p class="number">
          <Total clock={clock} isPartial={isPartial} captionId="card-trackedTime" />
        </p>
        {goalS !== null && <Goal seconds={totalS} goalS={goalS} shown={shown} />}
      </Card>
      {view.period.kind !== 'day' && (
        <Card caption="averageADay">
          <p class="number">
            <Total
              clock={averageS === null ? null : standing(averageS)}
              isPartial={isPartial && averageS !== null}
              captionId="card-averageADay"
            />
          </p>
          {daysWithTime > 0 && <p>{counted(ui, 'overDays', daysWithTime)}</p>}
        </Card>
      )}
      <IdleCard shown={shown} />
      <AwayCard shown={shown} />
      {amount !== null && (
        <Card caption="amount">
          <p class="number">
            <Amount text={format.decimal(amount)} isPartial={isPartial} />
          </p>
        </Card>
      )}
    </dl>
  );
}

/** For how long a timer ran while nobody was at the computer, if it did. */
function AwayCard({ shown: { days, absences, counting } }: { shown: Shown }) {
  const ui = useUi();
  const away = days.flatMap((day) =>
    awayWhileRunning(absences, stretchesOf(day, counting), day, ui.now()),
  );
  if (away.length === 0) return null;
  const awayMs = away.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  // One of them may lie in several sessions, or in two days.
  const times = absences.filter((one) =>
    away.some(({ fromMs, toMs }) => fromMs < one.toMs && toMs > one.fromMs),
  );
  return (
    <Card caption="awayTotal">
      <p class="number">
        <Duration clock={standing(Math.round(awayMs / 1000))} captionId="card-awayTotal" />
      </p>
      <p>{counted(ui, 'absences', times.length)}</p>
    </Card>
  );
}

/** "1,560.00", "at least 1,560.00" */
function Amount({ text, isPartial }: { text: string; isPartial: boolean }) {
  const shown = (
    <span key="amount" class="amount">
      {text}
    </span>
  );
  return isPartial ? <Sentence text="atLeast" parts={[shown]} /> : shown;
}

interface GoalProps {
  seconds: number;
  goalS: number;
  shown: Shown;
}

function Goal({ seconds, goalS, shown }: GoalProps) {
  const { now } = useUi();
  const countedS = readSeconds(clockOf(seconds, shown.counting), now());
  return (
    <>
      <p>
        <Sentence text="ofGoal" parts={[<Duration key="goal" clock={standing(goalS)} />]} />
      </p>
      <div class="reached" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (countedS / goalS) * 100)}%` }} />
      </div>
    </>
  );
}
