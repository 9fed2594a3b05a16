import { hueOf } from '../../lib/core/olie/hue';
import { type Timer, timerClocks } from '../../lib/core/olie/timer';
import { type Stretch, stretches, trackedShare } from '../../lib/core/olie/timer-day';
import { readSeconds } from '../../lib/core/time/clock';
import { type Day, fractionOfDay, hourMarks } from '../../lib/core/time/day';
import type { Ui } from '../../lib/core/ui';
import { useNow, useUi } from '../ui';

const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;

interface DayPictureProps {
  timer: Timer;
  day: Day;
  isDayOver: boolean;
  /** Leaves out what is only read aloud: the clock comes sooner (BENCH.md). Default: false. */
  isFirstFrame?: boolean;
}

/** The user's day from midnight to midnight, in the projects' colours. */
export function DayPicture({ timer, day, isDayOver, isFirstFrame = false }: DayPictureProps) {
  const ui = useUi();
  const { t, format } = ui;
  // One minute is a quarter of a pixel.
  const nowMs = useNow(60_000);
  const date = format.shortDate(day.startMs, day.zone);
  const { total, idle } = timerClocks(timer);
  const share = trackedShare(total && readSeconds(total, nowMs), idle && readSeconds(idle, nowMs));
  const marks = hourMarks(day);
  const drawn = stretches(timer, day, nowMs);
  return (
    <section class="day" aria-label={t('dayPicture')}>
      <h2 class="heading">
        <span>{isDayOver ? date : t('dayToday', date)}</span>
        {share !== null && !isDayOver && <span>{t('tracked', format.percent(share))}</span>}
      </h2>
      <div class="bar" aria-hidden="true">
        {marks.map(({ hour, at }) => (
          <span key={hour} class="mark" style={{ left: percent(at) }} />
        ))}
        {drawn.map((stretch) => (
          <DrawnStretch key={stretch.id} stretch={stretch} day={day} />
        ))}
        {!isDayOver && <span class="now" style={{ left: percent(fractionOfDay(day, nowMs)) }} />}
      </div>
      <div class="hours" aria-hidden="true">
        {marks.map(({ hour, at }) => (
          <span key={hour} style={{ left: percent(at) }}>
            {format.hourMark(hour)}
          </span>
        ))}
      </div>
      {!isFirstFrame && (
        <ul class="visually-hidden">
          {drawn.map((stretch) => (
            <li key={stretch.id}>{stretchText(ui, stretch, day)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DrawnStretch({ stretch, day }: { stretch: Stretch; day: Day }) {
  const { from, to, endMs, projectId } = stretch;
  return (
    <span
      class={endMs === null ? 'stretch running' : 'stretch'}
      style={{ left: percent(from), width: percent(to - from), '--hue': hueOf(projectId) }}
      title={stretchText(useUi(), stretch, day)}
    />
  );
}

function stretchText({ t, format }: Ui, stretch: Stretch, day: Day): string {
  const { startMs, endMs } = stretch;
  const label = stretch.label || t('noProject');
  const moment = (atMs: number) => {
    const isOfDay = atMs >= day.startMs && atMs <= day.endMs;
    return (isOfDay ? '' : `${format.date(atMs, day.zone)}, `) + format.timeOfDay(atMs, day.zone);
  };
  return endMs === null
    ? t('stretchRunning', label, moment(startMs))
    : t('stretchDone', label, moment(startMs), moment(endMs));
}
