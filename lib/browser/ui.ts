import type { Ui } from '../core/ui';
import { createBrowserFormat, translate } from './texts';

/**
 * What the views of a page need.
 * @param offsetMs how far the server's clock is ahead of the browser's
 * @param originMs a moment on the server's clock at which the main count is a whole number of seconds
 */
export function createUi(offsetMs: number, originMs = 0): Ui {
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
  const callbacks = new Set<() => void>();
  let stop = () => {};
  const everySecond: Ui['everySecond'] = (callback) => {
    if (callbacks.size === 0) {
      stop = every(1000, originMs, () => {
        for (const each of callbacks) each();
      });
    }
    callbacks.add(callback);
    return () => {
      callbacks.delete(callback);
      if (callbacks.size === 0) stop();
    };
  };
  return { t: translate, format: createBrowserFormat(), now, every, everySecond };
}
