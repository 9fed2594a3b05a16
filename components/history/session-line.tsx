import type { SessionPart } from '../../lib/core/history/days';
import type { Stretch } from '../../lib/core/history/records';
import { stepTitle } from '../../lib/core/olie/timer';
import type { Clock } from '../../lib/core/time/clock';
import type { Day } from '../../lib/core/time/day';
import { MomentOfDay } from '../dated-moment';
import { Duration } from '../duration';
import { Moment } from '../moment';
import { projectName } from '../olie/project-name';
import { Recorded } from '../olie/recorded';
import { Sentence } from '../sentence';
import { useUi } from '../ui';

interface SessionLineProps {
  part: SessionPart;
  day: Day;
  /** How long it lasted within the day. */
  clock: Clock;
  isRunning: boolean;
  /** When nobody was at the computer meanwhile. */
  away: Stretch[];
  isHidden: boolean;
}

/** "13:10 – 17:05 AD-1 awdawd · tres 3:55" */
export function SessionLine(props: SessionLineProps) {
  const { part, day, clock, isRunning, away, isHidden } = props;
  const { t } = useUi();
  const { session } = part;
  const step = stepTitle(session);
  return (
    <li class="session">
      {!isHidden && (
        <span class="times">
          <Times part={part} day={day} isRunning={isRunning} />
        </span>
      )}
      <span class="what">
        <bdi class="title">{projectName(session, t)}</bdi>
        {step !== '' && (
          <span>
            {' · '}
            <bdi>{step}</bdi>
          </span>
        )}
        {!isHidden && <Recorded session={session} day={day} />}
        {!isHidden &&
          away.map(({ fromMs, toMs }) => (
            <span key={fromMs} class="away-text">
              <Sentence
                text="awayBetween"
                parts={[
                  <Moment key="from" atMs={fromMs} zone={day.zone} />,
                  <Moment key="to" atMs={toMs} zone={day.zone} />,
                ]}
              />
            </span>
          ))}
      </span>
      {!isHidden && <Duration clock={clock} />}
    </li>
  );
}

function Times({ part, day, isRunning }: Pick<SessionLineProps, 'part' | 'day' | 'isRunning'>) {
  const { startedAtMs, finishedAtMs, isRunning: hasNoEnd } = part.session;
  const start = <MomentOfDay key="start" atMs={startedAtMs} day={day} />;
  const finish = <MomentOfDay key="finish" atMs={finishedAtMs} day={day} />;
  if (isRunning) return <Sentence text="sinceTime" parts={[start]} />;
  return (
    <>
      {start}
      {' – '}
      {/* It ran when it was last seen, and nobody told when it ended. */}
      {hasNoEnd ? <Sentence text="orLater" parts={[finish]} /> : finish}
    </>
  );
}
