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
 * For a button that may go away while it has the focus. Then *Refresh* gets it: on the page's body, a keyboard user is lost.
 * @returns the button's ref
 */
export function usePassing() {
  const button = useRef<HTMLButtonElement>(null);
  const handOn = () => {
    if (document.activeElement === button.current) document.getElementById('refresh')?.focus();
  };
  // A layout effect is cleaned up while the button is still there; an effect, a frame later.
  useLayoutEffect(() => handOn, []);
  return button;
}
