import { useEffect, useState } from 'preact/hooks';
import { orElse } from '../../lib/browser/or-else';

/** What the popup loads after the first frame; null until it is loaded. */
export function useLater(): typeof import('./history') | null {
  const [later, setLater] = useState<typeof import('./history') | null>(null);
  useEffect(() => {
    // With the history: the bundler would cut the popup into more pieces for a third part, 1 kB in all.
    orElse(() => import('./history'), null).then(setLater);
  }, []);
  return later;
}
