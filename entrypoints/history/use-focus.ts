import { useEffect, useRef } from 'preact/hooks';

/**
 * A link that leads to another view goes with the view before, and the keyboard's place with it. It goes on at the heading,
 * which says where the reader is.
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
