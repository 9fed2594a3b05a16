import { useEffect, useState } from 'preact/hooks';
import { openSidePanel, panelWindow } from '../../lib/browser/side-panel';

/**
 * What opens the side panel; null if there is none to open, and before the window is known.
 * @param isOn there is one that the user wants
 */
export function useSidePanel(isOn: boolean): (() => void) | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  // Before the press: afterwards there is no time to ask.
  useEffect(() => {
    panelWindow().then(setWindowId);
  }, []);
  if (!isOn || windowId === null) return null;
  return () => {
    // If the browser refuses, its page opens as any page does.
    openSidePanel(windowId).then((isOpen) =>
      isOpen ? window.close() : globalThis.open('/sidepanel.html'),
    );
  };
}
