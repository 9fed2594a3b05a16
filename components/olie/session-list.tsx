import { useEffect, useRef, useState } from 'preact/hooks';
import type { DayOfSessions } from '../../lib/core/olie/sessions';
import {
  projectTitle,
  type Session,
  sessionSeconds,
  stepTitle,
  type Timer,
} from '../../lib/core/olie/timer';
import { standing } from '../../lib/core/time/clock';
import { DAY_MS, type Day } from '../../lib/core/time/day';
import { Duration } from '../duration';
import { Moment } from '../moment';
import { Sentence } from '../sentence';
import { useUi } from '../ui';

/** More than fits into the popup. A week may have 1400, too many to draw at once. */
const ROWS_AT_ONCE = 20;

interface SessionListProps {
  timer: Timer;
  /** The days before, newest first. */
  earlier: DayOfSessions[];
  day: Day;
}

/** The finished sessions, newest first: those of the last answer, and those of the days before, each with its date. */
export function SessionList({ timer, earlier, day }: SessionListProps) {
  const { t, format } = useUi();
  const { recent, hidden } = timer;
  const known = new Set(recent.map(({ id }) => id));
  const before = earlier.filter(({ startMs }) => startMs < day.startMs);
  const days = [
    { title: t('recentSessions'), sessions: recent },
    ...before.map(({ startMs, sessions }) => ({
      // Its noon: in a zone with a fixed offset, summer time may have put its start into the day before.
      title: format.date(startMs + DAY_MS / 2, day.zone),
      sessions: sessions.filter(({ id }) => id === '' || !known.has(id)),
    })),
  ];
  const [most, setMost] = useState(ROWS_AT_ONCE);
  let left = most;
  return (
    <>
      {days.map(({ title, sessions }) => {
        const rows = sessions.slice(0, left);
        left -= rows.length;
        return (
          rows.length > 0 && (
            <section key={title}>
              <h2 class="heading">
                <span>{title}</span>
                {!hidden && (
                  <Duration
                    clock={standing(sessions.reduce((sum, one) => sum + sessionSeconds(one), 0))}
                  />
                )}
              </h2>
              <ul class="rows">
                {rows.map((session, index) => (
                  <SessionRow
                    key={session.id || index}
                    session={session}
                    day={day}
                    isHidden={hidden}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {left === 0 && <EndOfRows key={most} onSight={() => setMost(most + ROWS_AT_ONCE)} />}
    </>
  );
}

interface EndOfRowsProps {
  onSight(): void;
}

/** Calls `onSight` when the end of the drawn rows is scrolled into view. */
function EndOfRows({ onSight }: EndOfRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onSight();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={end} />;
}

interface SessionRowProps {
  session: Session;
  day: Day;
  isHidden: boolean;
}

function SessionRow({ session, day, isHidden }: SessionRowProps) {
  const step = stepTitle(session);
  return (
    <li class="row">
      <bdi class="title" title={projectTitle(session)}>
        {projectTitle(session)}
      </bdi>
      {!isHidden && <Duration clock={standing(sessionSeconds(session))} />}
      <span class="detail">
        {!isHidden && (
          <>
            <Moment atMs={session.startedAtMs} zone={day.zone} />
            {' – '}
            <Moment atMs={session.finishedAtMs} zone={day.zone} />
            {step !== '' && ' · '}
          </>
        )}
        <bdi title={step}>{session.stepName || session.funnelName}</bdi>
      </span>
      <EndReason reason={session.finishedReason} />
      {!isHidden && <Recorded session={session} day={day} />}
    </li>
  );
}

function EndReason({ reason }: { reason: string | null }) {
  const { t } = useUi();
  if (reason === null) return <span class="detail" />;
  return (
    <span class="detail end">
      {reason === 'self_stop' ? (
        t('stoppedByYou')
      ) : (
        <Sentence text="stoppedOtherwise" parts={[<bdi key="reason">{reason}</bdi>]} />
      )}
    </span>
  );
}

/** Shown if the session was adjusted later. */
function Recorded({ session, day }: { session: Session; day: Day }) {
  const { recordedStartMs, recordedFinishMs } = session;
  if (recordedStartMs === null && recordedFinishMs === null) return null;
  return (
    <span class="detail recorded">
      <Sentence
        text="recorded"
        parts={[
          <Moment key="start" atMs={recordedStartMs ?? session.startedAtMs} zone={day.zone} />,
          <Moment key="finish" atMs={recordedFinishMs ?? session.finishedAtMs} zone={day.zone} />,
        ]}
      />
    </span>
  );
}
