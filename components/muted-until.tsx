import { dayAt } from '../lib/core/time/day';
import { Moment } from './moment';
import { Sentence } from './sentence';
import { useUi } from './ui';

interface MutedUntilProps {
  untilMs: number;
  /** On the same clock as `untilMs`. */
  nowMs: number;
  /** The browser's, as an IANA name. */
  timeZone: string;
}

/** "Reminders are muted until 16:30" */
export function MutedUntil({ untilMs, nowMs, timeZone }: MutedUntilProps) {
  const { t } = useUi();
  const { endMs, zone } = dayAt(nowMs, timeZone);
  // Of a midnight, few know whether it begins or ends a day.
  if (untilMs === endMs) return <>{t('mutedToday')}</>;
  const moment = <Moment key="until" atMs={untilMs} zone={zone} />;
  return <Sentence text="mutedUntil" parts={[moment]} />;
}
