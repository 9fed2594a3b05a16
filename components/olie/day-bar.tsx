import type { Away } from '../../lib/core/history/away';
import { hueOf } from '../../lib/core/olie/hue';
import type { Stretch } from '../../lib/core/olie/timer-day';
import { type Day, fractionOfDay, hourMarks } from '../../lib/core/time/day';
import type { Ui } from '../../lib/core/ui';
import { useUi } from '../ui';

const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;

interface DayBarProps {
  day: Day;
  /** In order. */
  stretches: Stretch[];
  /** When nobody was there while it ran. Default: nothing is known of it. */
  away?: Away[] | undefined;
  /** Null if the day is over. */
  nowMs: number | null;
  /** Leaves out what is only read aloud: the clock comes sooner (BENCH.md). Default: false. */
  isFirstFrame?: boolean | undefined;
}

/** A day from midnight to midnight, with what is tracked in the projects' colours. */
export function DayBar({ day, stretches, away = [], nowMs, isFirstFrame }: DayBarProps) {
  const ui = useUi();
  const marks = hourMarks(day);
  return (
    <>
      <div class="bar" aria-hidden="true">
        {marks.map(({ hour, at }) => (
          <span key={hour} class="mark" style={{ left: percent(at) }} />
        ))}
        {stretches.map((stretch, index) => {
          const { from, to, endMs, projectId } = stretch;
          return (
            <span
              key={index}
              class={endMs === null ? 'stretch running' : 'stretch'}
              style={{ left: percent(from), width: percent(to - from), '--hue': hueOf(projectId) }}
              title={stretchText(ui, stretch, day)}
            />
          );
        })}
        {away.map((part) => (
          <span
            key={part.fromMs}
            class="away"
            style={{ left: percent(part.from), width: percent(part.to - part.from) }}
            title={awayText(ui, part, day)}
          />
        ))}
        {nowMs !== null && (
          <span class="now" style={{ left: percent(fractionOfDay(day, nowMs)) }} />
        )}
      </div>
      <div class="hours" aria-hidden="true">
        {marks.map(({ hour, at }) => (
          <span key={hour} style={{ left: percent(at) }}>
            {ui.format.hourMark(hour)}
          </span>
        ))}
      </div>
      {!isFirstFrame && (
        <ul class="visually-hidden">
          {stretches.map((stretch, index) => (
            <li key={index}>{stretchText(ui, stretch, day)}</li>
          ))}
          {away.map((part) => (
            <li key={part.fromMs}>{awayText(ui, part, day)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function awayText({ t, format }: Ui, { fromMs, toMs }: Away, { zone }: Day): string {
  return t('awayWhileRunning', format.timeOfDay(fromMs, zone), format.timeOfDay(toMs, zone));
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
