import { useRef } from 'preact/hooks';
import { type Clock, readSeconds } from '../lib/core/time/clock';
import { clockText, isoDuration } from '../lib/core/time/format';
import { useEverySecond, useUi, writeText } from './ui';

interface DurationProps {
  /** Null if unknown. */
  clock: Clock | null;
  /** Id of the element that names this duration. */
  captionId?: string;
  /** Gives it the role `timer`, which only one clock of a page has. */
  isTimer?: boolean;
}

/** A duration as the user has it written, for screen readers in words. Ticks if its clock runs. */
export function Duration({ clock, ...rest }: DurationProps) {
  const { t } = useUi();
  if (clock === null) {
    return (
      <span>
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{t('unknown')}</span>
      </span>
    );
  }
  return <KnownDuration clock={clock} {...rest} />;
}

type KnownDurationProps = DurationProps & { clock: Clock };

function KnownDuration({ clock, captionId, isTimer = false }: KnownDurationProps) {
  const { format, now } = useUi();
  const element = useRef<HTMLTimeElement>(null);
  // The main clock ticks, however durations are written.
  const text = isTimer ? clockText : format.duration;
  const count = () => readSeconds(clock, now());
  useEverySecond(clock.kind === 'running', count, (seconds) => {
    const { current } = element;
    if (current === null || current.dateTime === isoDuration(seconds)) return;
    current.dateTime = isoDuration(seconds);
    current.ariaLabel = format.spoken(seconds);
    writeText(current, text(seconds));
  });
  const seconds = count();
  const id = captionId && `${captionId}-value`;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: ARIA 1.2 allows a name for `time`; without one, "0:37" is read as a time of day
    <time
      ref={element}
      id={id}
      class="duration"
      dateTime={isoDuration(seconds)}
      role={isTimer ? 'timer' : undefined}
      aria-label={format.spoken(seconds)}
      // For example "Today 10 hours 35 minutes 40 seconds".
      aria-labelledby={captionId && `${captionId} ${id}`}
    >
      {text(seconds)}
    </time>
  );
}
