import type { Dates } from '../../lib/core/history/dates';
import type { HistoryDay } from '../../lib/core/history/days';
import { missedIn } from '../../lib/core/history/missed';
import { useUi } from '../ui';

interface MissedLineProps {
  day: HistoryDay;
  dates: Dates;
}

/** When the browser was not there, in one sentence. */
export function MissedLine({ day, dates }: MissedLineProps) {
  const { t, format } = useUi();
  const missed = missedIn(day);
  if (missed.length === 0) return null;
  const time = (atMs: number) => format.timeOfDay(atMs, day.zone);
  const texts = missed.map(({ fromMs, toMs }) => {
    if (fromMs === null) return t('allDay');
    return toMs === null ? t('fromTime', time(fromMs)) : t('fromTo', time(fromMs), time(toMs));
  });
  return <p class="hint">{t('didNotAsk', dates.list(texts))}</p>;
}
