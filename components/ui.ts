import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Ui } from '../lib/core/ui';

const UiContext = createContext<Ui | null>(null);
export const UiProvider = UiContext.Provider;

export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (ui === null) throw new Error('A view was rendered outside UiProvider');
  return ui;
}

/**
 * The server's clock; draws the component anew each time it has gone a whole number of steps from the origin.
 * @param stepMs null: never
 */
export function useNow(stepMs: number | null, originMs = 0): number {
  const ui = useUi();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (stepMs === null) return undefined;
    return ui.every(stepMs, originMs, () => redraw(undefined));
  }, [ui, stepMs, originMs]);
  return ui.now();
}

/**
 * Writes into the page after each drawing, and each second where it ticks: by hand, for a second is too often to compare
 * whole trees.
 * @param write writes what is true now; only what differs
 */
export function useEverySecond(isTicking: boolean, write: () => void): void {
  const ui = useUi();
  const latest = useRef(write);
  latest.current = write;
  useLayoutEffect(write);
  useEffect(
    () => (isTicking ? ui.everySecond(() => latest.current()) : undefined),
    [ui, isTicking],
  );
}

/** Writes a text that is the only child of an element, where it differs. */
export function writeText(element: Element | null, text: string): void {
  const node = element?.firstChild;
  if (node && node.nodeValue !== text) node.nodeValue = text;
}
