import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { orElse } from '../../lib/browser/or-else';

/** The line that says that reminders are muted, once it is loaded: after the first frame. */
export function useMuted(): FunctionComponent | null {
  const [Muted, setMuted] = useState<FunctionComponent | null>(null);
  useEffect(() => {
    // With the history: the bundler would cut the popup into more pieces for a third part, 1 kB in all.
    orElse(() => import('./history'), null).then((module) => setMuted(() => module?.Muted ?? null));
  }, []);
  return Muted;
}
