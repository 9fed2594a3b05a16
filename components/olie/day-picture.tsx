import { type Timer, timerClocks } from '../../lib/core/olie/timer';
import { stretches, trackedShare } from '../../lib/core/olie/timer-day';
import { readSeconds } from '../../lib/core/time/clock';
import type { Day } from '../../lib/core/time/day';
import { useNow, useUi } from '../ui';
import { DayBar } from './day-bar';
import type { PopupHistory } from './sessions';

interface DayPictureProps {
  timer: Timer;
  day: Day;
  isDayOver: boolean;
  /** Null until it is loaded. */
  history?: Pick<PopupHistory, 'awayIn'> | null;
  /** As for `DayBar`. */
  isFirstFrame?: boolean;
}

/** The user's day from midnight to midnight, in the projects' colours. */
export function DayPicture(props: DayPictureProps) {
  const { timer, day, isDayOver, history, isFirstFrame } = props;
  const { t, format } = useUi();
  // One minute is a quarter of a pixel.
  const nowMs = useNow(60_000);
  const date = format.shortDate(day.startMs, day.zone);
  const { total, idle } = timerClocks(timer);
  const tracked = stretches(timer, day, nowMs);
  const share = trackedShare(total && readSeconds(total, nowMs), idle && readSeconds(idle, nowMs));
  return (
    <section class="day" aria-label={t('dayPicture')}>
      <h2 class="heading">
        <span>{isDayOver ? date : t('dayToday', date)}</span>
        {share !== null && !isDayOver && <span>{t('tracked', format.percent(share))}</span>}
      </h2>
      <DayBar
        day={day}
        stretches={tracked}
        away={history?.awayIn(tracked, day, nowMs)}
        nowMs={isDayOver ? null : nowMs}
        isFirstFrame={isFirstFrame}
      />
    </section>
  );
}
