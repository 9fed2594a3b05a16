import { useEffect, useRef } from 'preact/hooks';
import { savePopupHeight } from '../../lib/browser/stored-state';

/**
 * Stores the popup's height for the next first frame, so that the window does not grow in two steps.
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
