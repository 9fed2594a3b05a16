import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard's place when a link leads to another view: the link goes with the view before. The heading gets the
 * focus, because it says where the reader is.
 * @param name of the view; null if there is none yet
 */
export function useFocus(name: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    const isAnother = last.current !== null && name !== null;
    if (isAnother && document.activeElement === document.body) {
      document.querySelector('h1')?.focus();
    }
    last.current = name;
  }, [name]);
}
