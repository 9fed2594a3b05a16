import { useEffect, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { isOfNewer } from '../../lib/browser/history-db';
import { loadHistoryMark, watchHistory } from '../../lib/browser/history-mark';
import type { View } from '../../lib/core/history/period';
import type { Person } from '../../lib/core/history/records';
import type { TextKey } from '../../lib/core/texts';
import { type Found, load, NOTHING, type Read } from './read';
import { nameOf, useReadAhead } from './use-read-ahead';

/** The database may wait for another page, or for a slow disk. */
const PATIENCE_MS = 3_000;

interface History {
  /** Null until it is read. The view before stays until the next one is read. */
  read: Read | null;
  /** Why it is not read yet, or why the browser does not let us read or write it; null if it does. */
  problem: TextKey | null;
}

/**
 * What is kept of the view's period. It is read again when something was written.
 * @param whose chooses among those who were told of
 * @param chosen changes when `whose` chooses otherwise
 */
export function useHistory(
  view: View,
  whose: (persons: Person[]) => string | null,
  chosen: string,
): History {
  const [last, setLast] = useState<Read | null>(null);
  const [unread, setUnread] = useState<TextKey | null>(null);
  const [canWrite, setCanWrite] = useState(true);
  const [times, readAgain] = useReducer((count: number) => count + 1, 0);
  const { period, project } = view;
  const name = nameOf(period);
  // By the names of periods.
  const known = useMemo(() => new Map<string, Found>(), [chosen, times]);
  const found = known.get(name);
  const read = useMemo(() => found && { ...found, view }, [found, name, project]);

  useEffect(() => {
    loadHistoryMark().then((mark) => setCanWrite(!mark?.problem));
    return watchHistory((mark) => {
      setCanWrite(!mark?.problem);
      readAgain(undefined);
    });
  }, []);
  // A layout effect begins at once. Others wait for a frame, and behind other tabs for a second.
  useLayoutEffect(() => {
    let isWanted = true;
    const waiting = setTimeout(() => setUnread('historySlow'), PATIENCE_MS);
    const finish = (next: Read, why: TextKey | null) => {
      if (!isWanted) return;
      clearTimeout(waiting);
      setLast(next);
      setUnread(why);
    };
    if (read !== undefined) return finish(read, null);
    const giveUp = (error: unknown) => {
      console.error('The history could not be read', error);
      finish({ ...NOTHING, view }, isOfNewer(error) ? 'historyNewer' : 'historyProblem');
    };
    load(period, whose).then((next) => {
      known.set(name, next);
      finish({ ...next, view }, null);
    }, giveUp);
    return () => {
      isWanted = false;
      clearTimeout(waiting);
    };
  }, [read, known, name, project]);
  useReadAhead(known, period, whose);
  return { read: read ?? last, problem: unread ?? (canWrite ? null : 'historyProblem') };
}
