import { useEffect, useRef, useState } from 'preact/hooks';
import { secondsWithin, sessionDays } from '../../lib/core/olie/session-days';
import type { DayOfSessions } from '../../lib/core/olie/sessions';
import { type Session, sessionSeconds, stepTitle, type Timer } from '../../lib/core/olie/timer';
import { standing } from '../../lib/core/time/clock';
import type { Day } from '../../lib/core/time/day';
import { MomentOfDay } from '../dated-moment';
import { Duration } from '../duration';
import { Sentence } from '../sentence';
import { useUi } from '../ui';
import { projectName } from './project-name';

/** What fits into the popup's lists at first. */
const ROWS_IN_SIGHT = 5;
/** More than fits. A week may have 1400, too many to draw at once. */
const ROWS_AT_ONCE = 20;

interface SessionListProps {
  timer: Timer;
  /** The days before, newest first. */
  earlier: DayOfSessions[];
  day: Day;
  /** Draws only what is in sight: the clock comes sooner (BENCH.md). Default: false. */
  isFirstFrame?: boolean;
}

/** The finished sessions, newest first: those of the last answer, and those of the days before, each with its date. */
export function SessionList({ timer, earlier, day, isFirstFrame = false }: SessionListProps) {
  const { t, format } = useUi();
  const { recent, hidden } = timer;
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const days = sessionDays(recent, earlier, day);
  const drawn = firstRows(days, isFirstFrame ? ROWS_IN_SIGHT : most);
  const isCut = drawn.flatMap(({ rows }) => rows).length === most;
  return (
    <>
      {drawn.map(({ day: one, sessions, rows }) => (
        <section key={one.startMs}>
          <h2 class="heading">
            <span>{one === day ? t('recentSessions') : format.date(one.startMs, one.zone)}</span>
            {!hidden && <Duration clock={standing(secondsWithin(one, sessions))} />}
          </h2>
          <ul class="rows">
            {rows.map((session, index) => (
              <SessionRow key={session.id || index} session={session} day={one} isHidden={hidden} />
            ))}
          </ul>
        </section>
      ))}
      {isCut && <EndOfRows key={most} onSight={() => setMost(most + ROWS_AT_ONCE)} />}
    </>
  );
}

/** The days with the first so many rows of all of them. Days without rows are left out. */
function firstRows<OfDay extends { sessions: Session[] }>(days: OfDay[], most: number) {
  let left = most;
  const drawn = days.map((day) => {
    const rows = day.sessions.slice(0, left);
    left -= rows.length;
    return { ...day, rows };
  });
  return drawn.filter(({ rows }) => rows.length > 0);
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
  const title = projectName(session, useUi().t);
  const step = stepTitle(session);
  return (
    <li class="row">
      <bdi class="title" title={title}>
        {title}
      </bdi>
      {!isHidden && <Duration clock={standing(sessionSeconds(session))} />}
      <span class="detail">
        {!isHidden && (
          <>
            <MomentOfDay atMs={session.startedAtMs} day={day} />
            {' – '}
            <MomentOfDay atMs={session.finishedAtMs} day={day} />
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
          <MomentOfDay key="start" atMs={recordedStartMs ?? session.startedAtMs} day={day} />,
          <MomentOfDay key="finish" atMs={recordedFinishMs ?? session.finishedAtMs} day={day} />,
        ]}
      />
    </span>
  );
}
