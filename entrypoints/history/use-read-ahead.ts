import { useEffect } from 'preact/hooks';
import { orElse } from '../../lib/browser/or-else';
import { type Period, shifted } from '../../lib/core/history/period';
import type { Person } from '../../lib/core/history/records';
import { type Found, load } from './read';

/** Its name in the map. */
export function nameOf({ kind, from }: Period): string {
  return `${kind} ${from}`;
}

/**
 * While the page is idle, reads the period before the one that is shown, and the one after it: a step to them needs no
 * database (BENCH.md). What is further away is forgotten.
 * @param known what was read, by the names of periods; what is read is added
 * @param period the one that is shown
 * @param whose chooses among those who were told of
 */
export function useReadAhead(
  known: Map<string, Found>,
  period: Period,
  whose: (persons: Person[]) => string | null,
): void {
  const name = nameOf(period);
  const isShown = known.has(name);
  useEffect(() => {
    if (!isShown) return undefined;
    const near = [-1, 1].map((count) => shifted(period, count));
    const names = [name, ...near.map(nameOf)];
    for (const one of known.keys()) if (!names.includes(one)) known.delete(one);
    const waiting = requestIdleCallback(() => {
      for (const one of near.filter((each) => !known.has(nameOf(each)))) {
        orElse(() => load(one, whose), null).then(
          (found) => found && known.set(nameOf(one), found),
        );
      }
    });
    return () => cancelIdleCallback(waiting);
  }, [known, name, isShown]);
}
