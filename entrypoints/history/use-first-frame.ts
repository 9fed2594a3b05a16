import { useEffect, useState } from 'preact/hooks';

/** A page that is never idle waits no longer for the rest. */
const PATIENCE_MS = 200;

/**
 * Whether the view is drawn for the first time. Ends once the page is idle after that frame, or is about to be printed.
 * @param name of the view; null if there is none yet
 */
export function useFirstFrame(name: string | null): boolean {
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    const finish = () => setDrawn(name);
    const waiting = requestIdleCallback(finish, { timeout: PATIENCE_MS });
    addEventListener('beforeprint', finish);
    return () => {
      cancelIdleCallback(waiting);
      removeEventListener('beforeprint', finish);
    };
  }, [name]);
  return name !== drawn;
}
