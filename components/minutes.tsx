import { isoDuration } from '../lib/core/time/format';
import { useUi } from './ui';

/** Whole minutes of a duration: "5:12", for screen readers "5 hours 12 minutes". */
export function Minutes({ seconds }: { seconds: number }) {
  const { format } = useUi();
  const whole = Math.floor(seconds / 60) * 60;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: ARIA 1.2 allows a name for `time`; without one, "5:12" is read as a time of day
    <time dateTime={isoDuration(whole)} aria-label={format.spoken(whole)}>
      {format.hours(whole)}
    </time>
  );
}
