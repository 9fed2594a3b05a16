import type { Away } from '../../lib/core/history/away';
import type { HistoryDay } from '../../lib/core/history/days';
import { type Timer, timerClocks } from '../../lib/core/olie/timer';
import type { Stretch } from '../../lib/core/olie/timer-day';
import type { Day } from '../../lib/core/time/day';
import { dayOfTimer, ROWS_AT_ONCE, SessionList } from './session-list';
import type { WeekStrip } from './week-strip';

/** What the popup shows of the history. */
export interface PopupHistory {
  Week: typeof WeekStrip;
  /** What the user wants to track in a week, in seconds. Left out: there is no goal. */
  weeklyGoalS?: number | undefined;
  /** The date of today. */
  today: string;
  week: HistoryDay[];
  /** The days before today in which something is known, newest first. */
  earlier: HistoryDay[];
  /** The same to the second: what is drawn is counted on once a minute. */
  daysNow(): Pick<PopupHistory, 'today' | 'week' | 'earlier'>;
  /** The absences through which these sessions of today ran. */
  awayIn(sessions: Stretch[], day: Day, nowMs: number): Away[];
  /** Reads more days. Left out if there are no more. */
  more?: (() => void) | undefined;
}

export interface SessionsProps {
  timer: Timer;
  day: Day;
  history: PopupHistory | null;
  isDayOver: boolean;
  isFirstFrame: boolean;
  /** What the user wants to track today, in seconds. Left out: there is no goal. */
  dailyGoalS?: number | undefined;
}

/** What fits into the popup's lists at first. */
const ROWS_IN_SIGHT = 5;

/**
 * The week, then the sessions of the day. The place of the week is kept free until it is read. The first frame has only what
 * is in sight: the clock comes sooner (BENCH.md).
 */
export function Sessions(props: SessionsProps) {
  const { timer, day, history, isDayOver, isFirstFrame, dailyGoalS } = props;
  const total = isDayOver ? null : timerClocks(timer).total;
  // A day that is over is also among the earlier ones, as soon as these are read.
  const isListed = isDayOver && history?.earlier.some(({ startMs }) => startMs === day.startMs);
  return (
    <>
      {!timer.hidden && (
        <div class={dailyGoalS === undefined ? 'week-place' : 'week-place with-goal'}>
          {history && <history.Week {...{ ...history, total, dailyGoalS }} />}
        </div>
      )}
      {!isListed && (
        <SessionList
          days={[dayOfTimer(timer, day)]}
          isToday={!isDayOver}
          atFirst={isFirstFrame ? ROWS_IN_SIGHT : ROWS_AT_ONCE}
          isFirstFrame={isFirstFrame}
        />
      )}
    </>
  );
}

/** The sessions of the days before. They go on for as long as the history is kept, so they come last. */
export function EarlierSessions({ timer, history }: Pick<SessionsProps, 'timer' | 'history'>) {
  const atFirst = Math.max(0, ROWS_AT_ONCE - timer.recent.length);
  return history && <SessionList days={history.earlier} onEnd={history.more} {...{ atFirst }} />;
}
