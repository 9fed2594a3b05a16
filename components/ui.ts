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
 * Writes into the page after each drawing, and where it ticks in each second in which the count is another: by hand, for a
 * second is too often to compare whole trees.
 * @param count tells what is true now
 * @param write writes what it is given, where that differs
 */
export function useEverySecond(
  isTicking: boolean,
  count: () => number,
  write: (count: number) => void,
): void {
  const ui = useUi();
  const latest = useRef({ count, write, written: Number.NaN });
  const update = () => {
    latest.current = { count, write, written: count() };
    write(latest.current.written);
  };
  useLayoutEffect(update);
  const tick = () => {
    const { current } = latest;
    const counted = current.count();
    if (counted === current.written) return;
    current.written = counted;
    current.write(counted);
  };
  useEffect(() => (isTicking ? ui.everySecond(tick) : undefined), [ui, isTicking]);
}

/** Writes a text that is the only child of an element, where it differs. */
export function writeText(element: Element | null, text: string): void {
  const node = element?.firstChild;
  if (node && node.nodeValue !== text) node.nodeValue = text;
}
