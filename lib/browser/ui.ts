import { modulo } from '../core/time/modulo';
import type { TimeStyle } from '../core/time/time-style';
import type { Ui } from '../core/ui';
import { createBrowserFormat, translate } from './texts';

/** The time that views go by. It may change while they are shown. */
export interface ServerTime {
  /** How far the server's clock is ahead of the browser's. */
  offsetMs: number;
  /** A moment on the server's clock at which the main count is a whole number of seconds. */
  originMs: number;
}

/** @param style how the user wants times written; left out: as the language has it */
export function createUi(time: ServerTime = { offsetMs: 0, originMs: 0 }, style?: TimeStyle): Ui {
  const now = () => Date.now() + time.offsetMs;
  const repeat = (stepMs: number, originMs: () => number, callback: () => void) => {
    let timeout: ReturnType<typeof setTimeout>;
    const wait = () => {
      const sinceStepMs = modulo(now() - originMs(), stepMs);
      // 2 ms late: a timer may go off a moment early, and the next one would follow at once.
      timeout = setTimeout(tick, stepMs - sinceStepMs + 2);
    };
    const tick = () => {
      wait();
      callback();
    };
    wait();
    return () => clearTimeout(timeout);
  };
  const every: Ui['every'] = (stepMs, originMs, callback) =>
    repeat(stepMs, () => originMs, callback);
  const callbacks = new Set<() => void>();
  let stop = () => {};
  const everySecond: Ui['everySecond'] = (callback) => {
    if (callbacks.size === 0) {
      const callAll = () => {
        for (const each of callbacks) each();
      };
      stop = repeat(1000, () => time.originMs, callAll);
    }
    callbacks.add(callback);
    return () => {
      callbacks.delete(callback);
      if (callbacks.size === 0) stop();
    };
  };
  return {
    t: translate,
    format: createBrowserFormat(style),
    now,
    browserNow: Date.now,
    every,
    everySecond,
  };
}
