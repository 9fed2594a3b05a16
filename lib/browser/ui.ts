import type { Ui } from '../core/ui';
import { createBrowserFormat, translate } from './texts';

/**
 * What the views of a page need.
 * @param offsetMs how far the server's clock is ahead of the browser's
 */
export function createUi(offsetMs: number): Ui {
  const now = () => Date.now() + offsetMs;
  const every: Ui['every'] = (stepMs, originMs, callback) => {
    let timeout: ReturnType<typeof setTimeout>;
    const wait = () => {
      const sinceStepMs = (((now() - originMs) % stepMs) + stepMs) % stepMs;
      // A timer may go off a moment early; the next one would follow at once.
      timeout = setTimeout(tick, stepMs - sinceStepMs + 2);
    };
    const tick = () => {
      wait();
      callback();
    };
    wait();
    return () => clearTimeout(timeout);
  };
  return { t: translate, format: createBrowserFormat(), now, every };
}
