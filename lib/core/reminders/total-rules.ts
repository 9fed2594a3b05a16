import { dateIn } from '../history/calendar';
import { shownEstimate } from '../olie/estimate';
import { spentClock } from '../olie/spent';
import { timerClocks } from '../olie/timer';
import { dayOf } from '../olie/timer-day';
import { type Clock, readSeconds } from '../time/clock';
import type { Rule } from './rule';
import { workName } from './words';

/** Percent of the expected hours. */
const MARKS = [80, 100] as const;

/** When a count reaches so many seconds, if it goes on; `nowMs` if it stands and has reached them, Infinity if it never will. */
function reachedAtMs(clock: Clock, seconds: number, nowMs: number): number {
  if (clock.kind === 'running') return clock.zeroAtMs + seconds * 1000;
  return clock.seconds >= seconds ? nowMs : Number.POSITIVE_INFINITY;
}

export const goal: Rule = {
  isTimed: true,
  find: ({ timer, nowMs, timeZone, dailyGoalS }) => {
    if (timer === null || dailyGoalS === null) return [];
    const { total } = timerClocks(timer);
    const day = dayOf(timer, timeZone);
    if (total === null || nowMs >= day.endMs) return [];
    const dueAtMs = reachedAtMs(total, dailyGoalS, nowMs);
    return [
      {
        id: dateIn(day.zone, day.startMs),
        dueAtMs,
        untilMs: day.endMs,
        say: ({ t, format }) => ({
          title: t('remindGoal'),
          message: t(
            'remindGoalTotal',
            format.hours(readSeconds(total, nowMs)),
            format.hours(dailyGoalS),
          ),
        }),
      },
    ];
  },
  example:
    () =>
    ({ t, format }) => ({
      title: t('remindGoal'),
      message: t('remindGoalTotal', format.hours(28_800), format.hours(28_800)),
    }),
};

export const expected: Rule = {
  isTimed: true,
  find: ({ timer, nowMs }) => {
    const estimate = timer && shownEstimate(timer);
    const current = timer?.current ?? null;
    if (!estimate || current === null || estimate.expectedS <= 0) return [];
    const spent = spentClock(timer, estimate);
    const marks = MARKS.map((percent) => {
      const dueAtMs = reachedAtMs(spent, (estimate.expectedS * percent) / 100, nowMs);
      return { percent, dueAtMs };
    });
    // Past 100 %, the 80 % are not told any more.
    const reached = marks.findLast(({ dueAtMs }) => dueAtMs <= nowMs);
    const ahead = marks.find(({ dueAtMs }) => dueAtMs > nowMs);
    return [reached, ahead]
      .filter((mark) => mark !== undefined)
      .map(({ percent, dueAtMs }) => ({
        id: `${estimate.projectId} ${percent}`,
        dueAtMs,
        say: (words) => {
          const { t, format } = words;
          const name = workName(current, words);
          const hours = [format.hours(readSeconds(spent, nowMs)), format.hours(estimate.expectedS)];
          return {
            title:
              percent === 100
                ? t('remindExpectedAll', name)
                : t('remindExpected', name, format.percent(percent / 100)),
            message: t('estimate', ...hours),
          };
        },
      }));
  },
  example: () => (words) => {
    const { t, format } = words;
    return {
      title: t('remindExpected', t('remindExample'), format.percent(0.8)),
      message: t('estimate', format.hours(28_800), format.hours(36_000)),
    };
  },
};
