import { createContext } from 'preact';
import { useContext, useEffect, useReducer } from 'preact/hooks';
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
