import { useEffect, useRef } from 'preact/hooks';
import { sayIsSeen } from '../../lib/browser/send-command';

/** Events that show that somebody uses the page. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focus'];

/**
 * Tells the background that the user has seen a bad end. In the popup it is enough that it was in view. A side panel may be
 * open all day without anybody there: somebody must use it as well.
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
