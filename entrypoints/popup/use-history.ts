import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PopupHistory } from '../../components/olie/sessions';
import { orElse } from '../../lib/browser/or-else';
import type { Timer } from '../../lib/core/olie/timer';
import type { Day } from '../../lib/core/time/day';
import type { ReadHistory } from './history';

/** More than the popup has room for. */
const DAYS_AT_ONCE = 30;
/** What runs is longer by then. Today's own total ticks by itself. */
const REREAD_MS = 60_000;

interface Loaded {
  module: typeof import('./history');
  history: ReadHistory;
}

/**
 * The history, once it is loaded and read.
 * @param connectionId of the timer; left out if there is none
 * @param day the last answer's, which may be over; null before the first answer
 * @param nowMs the server's clock
 */
export function useHistory(
  connectionId: string | undefined,
  timer: Timer | null,
  day: Day | null,
  timeZone: string,
  nowMs: number,
): PopupHistory | null {
  const [count, setCount] = useState(DAYS_AT_ONCE);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (connectionId === undefined || day === null) return setLoaded(null);
    let stop = () => {};
    let isOver = false;
    orElse(() => import('./history'), null).then((module) => {
      if (module === null || isOver) return;
      stop = module.watchDays(connectionId, day, count, (history) =>
        setLoaded({ module, history }),
      );
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [connectionId, day?.startMs, count]);
  const days = useMemo(() => {
    if (loaded === null || timer === null || day === null) return null;
    const { module, history } = loaded;
    return module.weekAndEarlier({ ...history, timer, timeZone }, day, history, nowMs);
  }, [loaded, timer, day, timeZone, Math.floor(nowMs / REREAD_MS)]);
  return useMemo(() => {
    if (loaded === null || days === null) return null;
    const { module, history } = loaded;
    const { Week } = history;
    const more = history.hasMore ? () => setCount(count + DAYS_AT_ONCE) : undefined;
    const awayIn: PopupHistory['awayIn'] = (sessions, ofDay, atMs) =>
      module.awayWhileRunning(history.absences, sessions, ofDay, atMs);
    return { Week, ...days, awayIn, more };
  }, [loaded, days]);
}
