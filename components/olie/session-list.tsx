import { useEffect, useRef, useState } from 'preact/hooks';
import type { HistoryDay } from '../../lib/core/history/days';
import { secondsIn } from '../../lib/core/history/seconds-in';
import { type Session, stepTitle, type Timer } from '../../lib/core/olie/timer';
import { standing } from '../../lib/core/time/clock';
import type { Day } from '../../lib/core/time/day';
import { MomentOfDay } from '../dated-moment';
import { Duration } from '../duration';
import { Sentence } from '../sentence';
import { useUi } from '../ui';
import { projectName } from './project-name';
import { Recorded } from './recorded';

/** More than fits. A week may have 1400, too many to draw at once. */
export const ROWS_AT_ONCE = 20;

interface SessionListProps {
  /** Newest first. */
  days: ListedDay[];
  /** The only one is today, and is called so. Default: false. */
  isToday?: boolean;
  /** How many rows are drawn before their end is scrolled to. */
  atFirst: number;
  /** No more of them are drawn yet. Default: false. */
  isFirstFrame?: boolean;
  /** The end of all days is in sight. Left out if there are no more. */
  onEnd?: (() => void) | undefined;
}

/** Finished sessions, newest first, each day's under its date. */
export function SessionList(props: SessionListProps) {
  const { days, isToday, atFirst, isFirstFrame, onEnd } = props;
  const { t, format } = useUi();
  const [further, setFurther] = useState(0);
  const most = atFirst + further;
  const drawn = firstRows(days, most);
  const isCut = drawn.flatMap(({ rows }) => rows).length === most;
  const showMore = isCut ? () => setFurther(further + ROWS_AT_ONCE) : onEnd;
  return (
    <>
      {drawn.map(({ rows, ...one }) => (
        <section key={one.startMs}>
          <h2 class="heading">
            <span>{isToday ? t('recentSessions') : format.date(one.startMs, one.zone)}</span>
            {!one.isHidden && <DayTotal {...one} />}
          </h2>
          <ul class="rows">
            {rows.map(({ session }, index) => (
              <SessionRow key={session.id || index} {...{ session }} day={one} />
            ))}
          </ul>
        </section>
      ))}
      {!isFirstFrame && showMore && <EndOfRows onSight={showMore} />}
    </>
  );
}

type ListedDay = Pick<
  HistoryDay,
  'startMs' | 'endMs' | 'zone' | 'isHidden' | 'isPartial' | 'totalS'
> & { parts: { session: ListedSession }[] };

/** Of the days before, also one that ran when it was last seen. */
type ListedSession = Session & { isRunning?: boolean };

/** What ended on the timer's day, and how long that was. The running execution is on the clock above. */
export function dayOfTimer({ recent, hidden }: Timer, { startMs, endMs, zone }: Day): ListedDay {
  const ended = recent.filter(({ finishedAtMs }) => finishedAtMs > startMs);
  const totalS = ended.reduce((sum, session) => sum + secondsIn(session, startMs, endMs), 0);
  const parts = ended.map((session) => ({ session }));
  return { startMs, endMs, zone, isHidden: hidden, isPartial: false, totalS, parts };
}

/** "at least 7:52:00" if the browser was not there to the end of the day. */
function DayTotal({ totalS, isPartial }: ListedDay) {
  const duration = <Duration clock={standing(totalS)} />;
  return isPartial ? (
    <span>
      <Sentence text="atLeast" parts={[duration]} />
    </span>
  ) : (
    duration
  );
}

/** The days with the first so many rows of all of them. Days without rows are left out. */
function firstRows(days: ListedDay[], most: number) {
  let left = most;
  const drawn = days.map((day) => {
    const rows = day.parts.slice(0, left);
    left -= rows.length;
    return { ...day, rows };
  });
  return drawn.filter(({ rows }) => rows.length > 0);
}

interface EndOfRowsProps {
  onSight(): void;
}

/**
 * Calls `onSight` when the end of the drawn rows is scrolled into view. Not while a keyboard is in what stands below: more rows
 * would push its place out of sight.
 */
function EndOfRows({ onSight }: EndOfRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const isBelow = end.current?.matches(':has(~ * :focus-visible)');
      if (!isBelow && entries.some(({ isIntersecting }) => isIntersecting)) onSight();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
    // Each time anew: after days without a session, the end is still in sight.
  }, [onSight]);
  return <div ref={end} />;
}

function SessionRow({ session, day }: { session: ListedSession; day: ListedDay }) {
  const { isHidden } = day;
  const finish = <MomentOfDay key="finish" atMs={session.finishedAtMs} day={day} />;
  const title = projectName(session, useUi().t);
  const step = stepTitle(session);
  return (
    <li class="row">
      <bdi class="title" title={title}>
        {title}
      </bdi>
      {!isHidden && <Duration clock={standing(secondsIn(session, day.startMs, day.endMs))} />}
      <span class="detail">
        {!isHidden && (
          <>
            <MomentOfDay atMs={session.startedAtMs} day={day} />
            {' – '}
            {/* Nobody told when it ended. */}
            {session.isRunning ? <Sentence text="orLater" parts={[finish]} /> : finish}
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
  if (reason === null) return null;
  return (
    <span class="detail end">
      {reason === 'self_stop' ? (
        t('stoppedByYou')
      ) : (
        <Sentence
          text="stoppedOtherwise"
          parts={[
            <bdi key="reason" title={reason}>
              {reason}
            </bdi>,
          ]}
        />
      )}
    </span>
  );
}
