import { useEffect, useRef } from 'preact/hooks';
import { savePopupHeight } from '../../lib/browser/stored-state';

/**
 * Stores the popup's height. The next first frame gets it, so that the window does not grow in two steps.
 * @param root the element that holds the popup
 * @param known the stored height
 */
export function useHeightKept(root: HTMLElement, known: unknown): void {
  const kept = useRef(known);
  useEffect(() => {
    const { offsetHeight } = root;
    if (kept.current === offsetHeight) return;
    kept.current = offsetHeight;
    savePopupHeight(offsetHeight);
  });
}
