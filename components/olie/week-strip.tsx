import './week.css';
import { wallMs } from '../../lib/core/history/calendar';
import type { HistoryDay } from '../../lib/core/history/days';
import { isAtLeast } from '../../lib/core/history/totals';
import { type Clock, readSeconds } from '../../lib/core/time/clock';
import { Minutes } from '../minutes';
import { Moment } from '../moment';
import { Sentence } from '../sentence';
import { useNow, useUi } from '../ui';

/** Without a goal, a day of this length fills the strip. */
const LONG_DAY_S = 8 * 3600;
const UTC = { kind: 'fixed', offsetMs: 0 } as const;

interface WeekStripProps {
  /** The seven days of the week. */
  week: HistoryDay[];
  /** The date of today. */
  today: string;
  /** Today's total; null if it is not known. */
  total: Clock | null;
  /** Seconds. Left out: there is no goal. */
  dailyGoalS?: number | undefined;
  weeklyGoalS?: number | undefined;
}

/** The week at a glance: a bar for each day, the week's total with its goal, and how far the day's goal is. */
export function WeekStrip({ week, today, total, dailyGoalS, weeklyGoalS }: WeekStripProps) {
  const { t } = useUi();
  const days = useToday(week, today, total);
  const mostS = Math.max(dailyGoalS ?? LONG_DAY_S, ...days.map(({ totalS }) => totalS));
  const day = days.find(({ date }) => date === today);
  const sum = <Minutes key="sum" seconds={sumOf(days)} />;
  return (
    <section class="week" aria-label={t('thisWeek')}>
      <h2 class="heading">
        <span>{t('thisWeek')}</span>
        <a href="/history.html" target="_blank" rel="noreferrer">
          {days.some(isAtLeast) ? <Sentence text="atLeast" parts={[sum]} /> : sum}
          {weeklyGoalS !== undefined && (
            <>
              {' '}
              <Sentence text="ofGoal" parts={[<Minutes key="goal" seconds={weeklyGoalS} />]} />
            </>
          )}
          {` · ${t('history')}`}
        </a>
      </h2>
      <div class="columns" aria-hidden="true">
        {dailyGoalS !== undefined && (
          <span class="goal" style={{ '--share': dailyGoalS / mostS }} />
        )}
        {days.map((one) => (
          <Column key={one.date} day={one} mostS={mostS} isToday={one === day} />
        ))}
      </div>
      <ul class="visually-hidden">
        {days.map((one) => (
          <li key={one.date}>
            <DayText day={one} />
          </li>
        ))}
      </ul>
      {dailyGoalS !== undefined && total !== null && day !== undefined && (
        <Goal {...{ total, day }} goalS={dailyGoalS} />
      )}
    </section>
  );
}

/** The days with today as its clock has it. Redraws when the minute of the sum turns. */
function useToday(week: HistoryDay[], today: string, total: Clock | null): HistoryDay[] {
  const others = sumOf(week.filter(({ date }) => date !== today));
  const isRunning = total?.kind === 'running';
  const originMs = isRunning ? total.zeroAtMs - others * 1000 : 0;
  const nowMs = useNow(isRunning ? 60_000 : null, originMs);
  if (total === null) return week;
  const totalS = readSeconds(total, nowMs);
  return week.map((day) => (day.date === today ? { ...day, totalS, isUnknown: false } : day));
}

function sumOf(days: HistoryDay[]): number {
  return days.reduce((sum, { totalS }) => sum + totalS, 0);
}

interface ColumnProps {
  day: HistoryDay;
  mostS: number;
  isToday: boolean;
}

function Column({ day, mostS, isToday }: ColumnProps) {
  const { format } = useUi();
  const { date, totalS } = day;
  const shape = [isToday && 'today', isAtLeast(day) && 'partial'].filter(Boolean).join(' ');
  return (
    <span class={`column ${shape}`} title={useDayText(day)}>
      <span class="space">
        {totalS > 0 && <span class="time" style={{ height: `${(totalS / mostS) * 100}%` }} />}
      </span>
      <span class="letter">{format.weekdayLetter(wallMs(date))}</span>
    </span>
  );
}

/** "Tuesday, November 24: at least 7:52:00" */
function useDayText({ date, startMs, totalS, isUnknown, isPartial, isHidden }: HistoryDay): string {
  const { t, format, now } = useUi();
  const day = format.date(wallMs(date), UTC);
  // Yet to come.
  if (startMs > now()) return day;
  if (isHidden) return `${day}: ${t('timesHidden')}`;
  const duration = format.duration(totalS);
  const known = isPartial ? t('atLeast', duration) : duration;
  return `${day}: ${isUnknown ? t('unseenDay') : known}`;
}

function DayText({ day }: { day: HistoryDay }) {
  return <>{useDayText(day)}</>;
}

interface GoalProps {
  total: Clock;
  goalS: number;
  day: Pick<HistoryDay, 'endMs' | 'zone'>;
}

/** "Goal: 6:35 of 8:00 today · reached at 6:04 PM" */
function Goal({ total, goalS, day }: GoalProps) {
  const { t } = useUi();
  const isRunning = total.kind === 'running';
  const nowMs = useNow(isRunning ? 60_000 : null, isRunning ? total.zeroAtMs : 0);
  const totalS = readSeconds(total, nowMs);
  const parts = [<Minutes key="total" seconds={totalS} />, <Minutes key="goal" seconds={goalS} />];
  const atMs = isRunning ? total.zeroAtMs + goalS * 1000 : null;
  const moment = atMs !== null && <Moment key="moment" atMs={atMs} zone={day.zone} />;
  return (
    <p class="goal-text">
      <Sentence text="goalOf" parts={parts} />
      {totalS >= goalS && ` · ${t('goalReached')}`}
      {totalS < goalS && atMs !== null && atMs < day.endMs && (
        <>
          {' · '}
          <Sentence text="goalAt" parts={[moment]} />
        </>
      )}
    </p>
  );
}
