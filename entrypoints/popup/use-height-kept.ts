import { useEffect, useRef } from 'preact/hooks';
import { savePopupHeight } from '../../lib/browser/stored-state';

/**
 * Remembers how tall the popup is, so that its next first frame is as tall and its window does not grow in two steps.
 * @param root what the popup is drawn in
 * @param known as it was remembered
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
