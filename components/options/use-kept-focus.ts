import { useEffect, useRef } from 'preact/hooks';

/**
 * A button may disappear with what it removes. Then the title of its part gets the focus, and says what is left.
 * @returns for the title, and for the part around it
 */
export function useKeptFocus<Title extends HTMLElement>() {
  const title = useRef<Title>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    // Otherwise the user has gone elsewhere meanwhile.
    if (document.activeElement === document.body) title.current?.focus();
  });
  const onFocusIn = () => {
    last.current = document.activeElement;
  };
  return { title, onFocusIn };
}
