import { useEffect } from 'preact/hooks';
import { refresh } from '../../lib/browser/send-command';

/** How often an open popup asks for what is older than a few seconds. */
const REFRESH_EVERY_MS = 15_000;

/**
 * Asks for news while the popup is open. A side panel may be open all day: it asks when somebody comes to see it, and else has
 * what the alarm asks for.
 */
export function useRefreshing(isInPanel: boolean): void {
  useEffect(() => {
    refresh('popup');
    if (!isInPanel) {
      const asking = setInterval(() => refresh('popup'), REFRESH_EVERY_MS);
      return () => clearInterval(asking);
    }
    const ask = () => {
      if (!document.hidden) refresh('popup');
    };
    document.addEventListener('visibilitychange', ask);
    addEventListener('focus', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      removeEventListener('focus', ask);
    };
  }, []);
}
