import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Ui } from '../lib/core/ui';

const UiContext = createContext<Ui | null>(null);
export const UiProvider = UiContext.Provider;

export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (ui === null) throw new Error('No UiProvider');
  return ui;
}

/**
 * The time by the server's clock, in epoch milliseconds. Redraws the component at each step.
 * @param stepMs milliseconds between two redraws; null for none
 * @param originMs a moment at which a step begins
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
 * Writes a count into the page after each drawing and, if it ticks, whenever it changes. Rendering the component each
 * second would cost too much.
 * @param count returns the count now
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

/** Changes the only text node of an element. */
export function writeText(element: Element | null, text: string): void {
  const node = element?.firstChild;
  if (node && node.nodeValue !== text) node.nodeValue = text;
}
