import { useEffect, useReducer, useState } from 'preact/hooks';
import { loadHistoryMark, watchHistory } from '../../lib/browser/history-mark';
import { loadFirstDate, loadPersons, loadRecords } from '../../lib/browser/history-storage';
import { lastDate, type View } from '../../lib/core/history/period';
import type { Person, Records } from '../../lib/core/history/records';

/** A database that does not answer for so long waits for another window. */
const PATIENCE_MS = 3000;

/** What was read of the history. */
export interface Read {
  /** For which it was read. */
  view: View;
  persons: Person[];
  /** Whose it is; null if nothing is kept of anybody. */
  personId: string | null;
  records: Records;
  /** The first date of which something is known; null if nothing is. */
  firstDate: string | null;
}

interface History {
  /** Null until it is read. The view before stays until the next one is read. */
  read: Read | null;
  /** The browser does not let us read or write it. */
  hasProblem: boolean;
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
  const [read, setRead] = useState<Read | null>(null);
  const [canRead, setCanRead] = useState(true);
  const [canWrite, setCanWrite] = useState(true);
  const [times, readAgain] = useReducer((count: number) => count + 1, 0);
  const { kind, from } = view.period;

  useEffect(() => {
    loadHistoryMark().then((mark) => setCanWrite(!mark?.problem));
    return watchHistory((mark) => {
      setCanWrite(!mark?.problem);
      readAgain(undefined);
    });
  }, []);
  useEffect(() => {
    let isWanted = true;
    const finish = (found: Read, isGood: boolean) => {
      if (!isWanted) return;
      setRead(found);
      setCanRead(isGood);
    };
    const giveUp = (error: unknown) => {
      console.error('The history could not be read', error);
      finish({ ...NOTHING, view }, false);
    };
    const waiting = setTimeout(() => giveUp('It does not answer'), PATIENCE_MS);
    load(view, whose)
      .then((found) => finish(found, true), giveUp)
      .finally(() => clearTimeout(waiting));
    return () => {
      isWanted = false;
      clearTimeout(waiting);
    };
  }, [kind, from, view.project, chosen, times]);
  return { read, hasProblem: !canRead || !canWrite };
}

const NOTHING = {
  persons: [],
  personId: null,
  records: { days: [], sessions: [] },
  firstDate: null,
};

async function load(view: View, whose: (persons: Person[]) => string | null): Promise<Read> {
  const persons = await loadPersons();
  const personId = whose(persons);
  if (personId === null) return { ...NOTHING, view };
  const [records, firstDate] = await Promise.all([
    loadRecords(personId, view.period.from, lastDate(view.period)),
    loadFirstDate(personId),
  ]);
  return { view, persons, personId, records, firstDate };
}
