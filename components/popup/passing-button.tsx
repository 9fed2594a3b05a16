import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PassingButtonProps {
  class?: string;
  onClick(): void;
  children: ComponentChildren;
}

/** A button that goes away once it has helped. */
export function PassingButton(props: PassingButtonProps) {
  return <button ref={usePassing()} type="button" {...props} />;
}

/**
 * For a button that may go away while it has the focus. That goes on to *Refresh*: on the page's body, a keyboard is lost.
 * @returns the button's ref
 */
export function usePassing() {
  const button = useRef<HTMLButtonElement>(null);
  const handOn = () => {
    if (document.activeElement === button.current) document.getElementById('refresh')?.focus();
  };
  // A layout effect ends while the button is still there; another one, after a frame.
  useLayoutEffect(() => handOn, []);
  return button;
}
