import { isoDuration } from '../lib/core/time/format';
import { useUi } from './ui';

interface MinutesProps {
  seconds: number;
  /** The word for hours follows. Default: false. */
  isBesideHours?: boolean;
}

/** Whole minutes of a duration: "5:12", for screen readers "5 hours 12 minutes". */
export function Minutes({ seconds, isBesideHours = false }: MinutesProps) {
  const { format } = useUi();
  const whole = Math.floor(seconds / 60) * 60;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: ARIA 1.2 allows a name for `time`; without one, "5:12" is read as a time of day
    <time dateTime={isoDuration(whole)} aria-label={format.spoken(whole)}>
      {isBesideHours ? format.hours(whole) : format.minutes(whole)}
    </time>
  );
}
