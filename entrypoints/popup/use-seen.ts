import { useEffect, useRef } from 'preact/hooks';
import { sayIsSeen } from '../../lib/browser/send-command';

/** Somebody is at the page. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focus'];

/**
 * What tells the background that a bad end was seen, once it is in view. Somebody has opened the popup to see it. A side panel
 * may be open all day: there it counts once somebody uses the panel.
 */
export function useSeen(isInPanel: boolean): (connectionId: string) => void {
  const inView = useRef(new Set<string>()).current;
  useEffect(() => {
    if (!isInPanel) return undefined;
    const tell = () => {
      if (inView.size > 0) sayIsSeen([...inView]);
      inView.clear();
    };
    for (const sign of SIGNS) addEventListener(sign, tell);
    return () => {
      for (const sign of SIGNS) removeEventListener(sign, tell);
    };
  }, []);
  return (connectionId) => {
    if (isInPanel) inView.add(connectionId);
    else sayIsSeen([connectionId]);
  };
}
