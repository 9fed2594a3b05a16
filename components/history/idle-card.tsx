import { idleIn } from '../../lib/core/history/idle-in';
import { weekdayRuns } from '../../lib/core/history/weekday-runs';
import { workSpansOf } from '../../lib/core/reminders/working-hours';
import { standing } from '../../lib/core/time/clock';
import { useUi } from '../ui';
import { Card } from './card';
import type { Shown } from './shown';
import { Total } from './total';

const MINUTE_MS = 60_000;
const WALL = { kind: 'named', timeZone: 'UTC' } as const;

/** For how long nothing ran in the working hours, if the user has set them. */
export function IdleCard({ shown: { view, days, hours, dates } }: { shown: Shown }) {
  const { format, now } = useUi();
  // The time between the sessions of one project is not idle.
  if (hours === null || view.project !== null) return null;
  const idle = idleIn(days, ({ zone, date }) => workSpansOf(hours, zone, date), now());
  if (idle === null) return null;
  const seconds = Math.floor(idle.idleMs / 1000);
  const time = (minutes: number) => format.timeOfDay(minutes * MINUTE_MS, WALL);
  return (
    <Card caption="idleInHours">
      <p class={seconds > 0 ? 'number idle' : 'number'}>
        <Total clock={standing(seconds)} isPartial={idle.isPartial} captionId="card-idleInHours" />
      </p>
      <p>
        {dates.list(weekdayRuns(hours.days).map((run) => run.map(dates.weekdayName).join(' – ')))}
        {', '}
        {time(hours.fromMin)} – {time(hours.toMin)}
      </p>
    </Card>
  );
}
