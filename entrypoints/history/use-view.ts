import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { hashOf, type View, viewOf } from '../../lib/core/history/period';

/**
 * The view that the address names, and how to go to another one. Each is an entry of the tab's history.
 * @param today the date
 * @param weekStart on which day weeks begin, 1 for Monday to 7 for Sunday
 */
export function useView(today: string, weekStart: number): [View, (view: View) => void] {
  const [hash, setHash] = useState(location.hash);
  // A layout effect runs at once. In a tab behind others, effects wait for a second: a change of the address would be missed.
  useLayoutEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    // After the frame: the browser takes its time to change the address (BENCH.md).
    if (location.hash !== hash) history.pushState(null, '', hash);
  }, [hash]);
  const go = (view: View) => setHash(hashOf(view));
  return [viewOf(hash, today, weekStart), go];
}
