import { awayWhileRunning } from '../../lib/core/history/away';
import type { HistoryDay, SessionPart } from '../../lib/core/history/days';
import { hashOf } from '../../lib/core/history/period';
import { isAtLeast } from '../../lib/core/history/totals';
import { standing } from '../../lib/core/time/clock';
import { Duration } from '../duration';
import { DayBar } from '../olie/day-bar';
import { useUi } from '../ui';
import { MissedLine } from './missed-line';
import { ProjectLabel } from './project-label';
import { SessionLine } from './session-line';
import { clockOf, type Shown } from './shown';
import { stretchesOf, stretchOf } from './stretches-of';
import { Total } from './total';

/** One day: its total, its picture and its sessions. */
export function DaySection({ day, shown }: { day: HistoryDay; shown: Shown }) {
  const { t, now } = useUi();
  const { view, dates, today, counting, absences, isHidden } = shown;
  const { date, totalS, isUnknown, parts } = day;
  const headingId = `day-${date}`;
  const stretches = stretchesOf(day, counting);
  const isAlone = view.period.kind === 'day';
  const clock = clockOf(totalS, counting, (one) => one.date === date);
  const runs = (part: SessionPart) =>
    counting?.date === date && counting.session === part.session.id;
  return (
    <section class="history-day" data-date={date} aria-labelledby={headingId}>
      <header class="heading">
        <h2 id={headingId}>
          {isAlone ? (
            t('sessions')
          ) : (
            <a href={hashOf({ ...view, period: { kind: 'day', from: date } })}>
              {dates.day(date, today)}
            </a>
          )}
        </h2>
        {!isHidden && (
          <p class="total">
            <Total clock={isUnknown ? null : clock} isPartial={isAtLeast(day)} />
          </p>
        )}
      </header>
      {!isHidden && !isUnknown && <MissedLine day={day} dates={dates} />}
      {!isHidden && !isAlone && parts.length > 0 && (
        <DayBar
          day={day}
          stretches={stretches}
          away={awayWhileRunning(absences, stretches, day, now())}
          nowMs={date === today ? now() : null}
        />
      )}
      {parts.length > 0 && (
        <ul class="sessions">
          {parts.map((part, index) => (
            <SessionLine
              key={index}
              part={part}
              day={day}
              clock={clockOf(part.seconds, counting, () => runs(part))}
              isRunning={runs(part)}
              away={awayWhileRunning(absences, [stretchOf(part, day, counting)], day, now())}
              isHidden={isHidden}
            />
          ))}
        </ul>
      )}
      {!isHidden && <Unexplained day={day} shown={shown} />}
      {parts.length === 0 && isAlone && <p class="hint">{t('noSessions')}</p>}
    </section>
  );
}

/** The rest of the total, so that the lines add up to it. */
function Unexplained({ day, shown }: { day: HistoryDay; shown: Shown }) {
  const rest = day.projects.find(({ project, seconds }) => project === null && seconds > 0);
  if (rest === undefined) return null;
  const { counting } = shown;
  const isCounting = counting?.date === day.date && counting.project === null;
  return (
    <p class="unexplained">
      <ProjectLabel time={rest} />
      <Duration clock={isCounting ? clockOf(rest.seconds, counting) : standing(rest.seconds)} />
    </p>
  );
}
