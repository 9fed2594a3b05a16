import type { HistoryDay } from '../../lib/core/history/days';
import { datesOf } from '../../lib/core/history/period';
import { topHours } from '../../lib/core/history/scale';
import { isAtLeast } from '../../lib/core/history/totals';
import { standing } from '../../lib/core/time/clock';
import { Duration } from '../duration';
import { useUi } from '../ui';
import { DayTable } from './day-table';
import { Later } from './later';
import { paintOf } from './paint';
import { clockOf, type Shown } from './shown';

/** More days than this have no room for a number each. */
const MOST_NUMBERED = 7;

/** The goal stands in place of a number of the scale that is nearer than a ninth of it: both would overlap. */
const NEAREST = 9;

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

interface DayBarsProps {
  shown: Shown;
  /** Leaves the table as it was. */
  isFirstFrame: boolean;
}

/** A bar for each day of the period, with its projects. A table says the same to those who cannot see it. */
export function DayBars({ shown, isFirstFrame }: DayBarsProps) {
  const { t, format } = useUi();
  const { view, days, dailyGoalS } = shown;
  const all = datesOf(view.period);
  const topH = topHours(Math.max(dailyGoalS ?? 0, ...days.map(({ totalS }) => totalS)));
  const isThin = all.length > MOST_NUMBERED;
  const goalH = dailyGoalS === null ? null : dailyGoalS / 3600;
  const givesWay = (hours: number) => goalH !== null && Math.abs(goalH - hours) < topH / NEAREST;
  return (
    <section class="card chart" aria-labelledby="time-per-day">
      <h2 id="time-per-day" class="visually-hidden">
        {t('timePerDay')}
      </h2>
      <div
        class={isThin ? 'plot thin' : 'plot'}
        style={{ '--days': all.length }}
        aria-hidden="true"
      >
        <div class="scale">
          <span>{!givesWay(topH) && `${format.credits(topH)} h`}</span>
          <span>{!givesWay(topH / 2) && format.credits(topH / 2)}</span>
          <span>{!givesWay(0) && '0'}</span>
        </div>
        {dailyGoalS !== null && (
          <div class="goal">
            <span style={{ bottom: percent(dailyGoalS / 3600 / topH) }}>
              {/* In the scale: over the bars, it would be hard to read. */}
              <Duration clock={standing(dailyGoalS)} />
            </span>
          </div>
        )}
        {all.map((date, index) => (
          <Column
            key={index}
            date={date}
            index={index}
            day={days[index]}
            topS={topH * 3600}
            isThin={isThin}
            isMarked={!isThin || index % 7 === 0}
            shown={shown}
          />
        ))}
      </div>
      <div class="visually-hidden">
        <Later isLater={isFirstFrame}>
          <DayTable shown={shown} />
        </Later>
      </div>
    </section>
  );
}

interface ColumnProps {
  date: string;
  /** Its place in the period. */
  index: number;
  /** Left out for days to come. */
  day: HistoryDay | undefined;
  topS: number;
  isThin: boolean;
  /** Its date stands below it. */
  isMarked: boolean;
  shown: Shown;
}

function Column({ date, index, day, topS, isThin, isMarked, shown }: ColumnProps) {
  const { dates, today } = shown;
  return (
    <>
      <div class="column" style={{ gridColumn: index + 2 }} title={dates.day(date, today)}>
        {day && <Bar day={day} topS={topS} isThin={isThin} shown={shown} />}
      </div>
      <div class={date === today ? 'foot today' : 'foot'} style={{ gridColumn: index + 2 }}>
        {isMarked && !isThin && <span class="weekday">{dates.weekday(date)}</span>}
        {isMarked && <span>{dates.dayOfMonth(date)}</span>}
      </div>
    </>
  );
}

interface BarProps extends Pick<ColumnProps, 'topS' | 'isThin' | 'shown'> {
  day: HistoryDay;
}

function Bar({ day, topS, isThin, shown }: BarProps) {
  const { projects: order, counting } = shown;
  const { date, totalS, isUnknown } = day;
  const isPartial = isAtLeast(day);
  const place = (key: string | undefined) => order.findIndex((one) => one.project?.key === key);
  // Each project in the same place of every bar, what no session explains on top.
  const parts = day.projects
    .filter(({ seconds }) => seconds > 0)
    .sort(
      (a, b) =>
        Number(a.project === null) - Number(b.project === null) ||
        place(a.project?.key) - place(b.project?.key),
    );
  const clock = clockOf(totalS, counting, (one) => one.date === date);
  return (
    <>
      {!isThin && (
        <p class="label">
          {isPartial && '≥ '}
          <Duration clock={isUnknown ? null : clock} />
        </p>
      )}
      <div class={isPartial ? 'stack partial' : 'stack'} style={{ height: percent(totalS / topS) }}>
        {parts.map((part) => {
          const { style, ...pattern } = paintOf(part, order);
          return (
            <span
              key={part.project?.key ?? ''}
              class="paint"
              {...pattern}
              style={{ ...style, flexGrow: part.seconds }}
            />
          );
        })}
      </div>
    </>
  );
}
