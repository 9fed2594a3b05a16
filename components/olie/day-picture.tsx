import { type Timer, timerClocks } from '../../lib/core/olie/timer';
import { stretches, trackedShare } from '../../lib/core/olie/timer-day';
import { readSeconds } from '../../lib/core/time/clock';
import type { Day } from '../../lib/core/time/day';
import { useNow, useUi } from '../ui';
import { DayBar } from './day-bar';

interface DayPictureProps {
  timer: Timer;
  day: Day;
  isDayOver: boolean;
  /** As for `DayBar`. */
  isFirstFrame?: boolean;
}

/** The user's day from midnight to midnight, in the projects' colours. */
export function DayPicture({ timer, day, isDayOver, isFirstFrame }: DayPictureProps) {
  const { t, format } = useUi();
  // One minute is a quarter of a pixel.
  const nowMs = useNow(60_000);
  const date = format.shortDate(day.startMs, day.zone);
  const { total, idle } = timerClocks(timer);
  const share = trackedShare(total && readSeconds(total, nowMs), idle && readSeconds(idle, nowMs));
  return (
    <section class="day" aria-label={t('dayPicture')}>
      <h2 class="heading">
        <span>{isDayOver ? date : t('dayToday', date)}</span>
        {share !== null && !isDayOver && <span>{t('tracked', format.percent(share))}</span>}
      </h2>
      <DayBar
        day={day}
        stretches={stretches(timer, day, nowMs)}
        nowMs={isDayOver ? null : nowMs}
        isFirstFrame={isFirstFrame}
      />
    </section>
  );
}
