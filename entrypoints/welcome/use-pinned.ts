import { useEffect, useState } from 'preact/hooks';
import { isOnToolbar } from '../../lib/browser/toolbar-button';

/** How often the browser is asked: it does not tell by itself (Chromium before 130, Firefox). */
const LOOK_EVERY_MS = 1000;

/** Is the button in sight on the toolbar? Null if the browser does not tell. */
export function usePinned(): boolean | null {
  const [isPinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const look = async () => {
      const isThere = await isOnToolbar();
      setPinned(isThere);
      if (isThere === null) clearInterval(looking);
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    look();
    return () => clearInterval(looking);
  }, []);
  return isPinned;
}
