import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PopupHistory } from '../../components/olie/sessions';
import type { Timer } from '../../lib/core/olie/timer';
import type { Day } from '../../lib/core/time/day';
import type { ReadHistory } from './history';

/** More than the popup has room for. */
const DAYS_AT_ONCE = 30;
/** How often the week counts on what runs. Today's own total ticks by itself. */
const REREAD_MS = 60_000;

/**
 * The history, once it is read.
 * @param later what reads it; null until it is loaded
 * @param connectionId of the timer; left out if there is none
 * @param day the last answer's, which may be over; null before the first answer
 * @param now the server's clock
 */
export function useHistory(
  later: typeof import('./history') | null,
  connectionId: string | undefined,
  timer: Timer | null,
  day: Day | null,
  timeZone: string,
  now: () => number,
): PopupHistory | null {
  const [count, setCount] = useState(DAYS_AT_ONCE);
  const [read, setRead] = useState<ReadHistory | null>(null);
  useEffect(() => {
    if (later === null || connectionId === undefined || day === null) return setRead(null);
    return later.watchDays(connectionId, day, count, setRead);
  }, [later, connectionId, day?.startMs, count]);
  const days = useMemo(() => {
    if (later === null || read === null || timer === null || day === null) return null;
    const daysNow = () => later.weekAndEarlier({ ...read, timer, timeZone }, day, read, now());
    return { ...daysNow(), daysNow };
  }, [read, timer, day, timeZone, Math.floor(now() / REREAD_MS)]);
  return useMemo(() => {
    if (later === null || read === null || days === null) return null;
    const { Week, weeklyGoalS, absences, hasMore } = read;
    const more = hasMore ? () => setCount(count + DAYS_AT_ONCE) : undefined;
    const awayIn: PopupHistory['awayIn'] = (sessions, ofDay, atMs) =>
      later.awayWhileRunning(absences, sessions, ofDay, atMs);
    return { Week, weeklyGoalS, ...days, awayIn, more };
  }, [read, days]);
}
