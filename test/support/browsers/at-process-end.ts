import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Tidies up at the latest when this process ends, also when it is interrupted.
 *
 * @param tidyUp must not be asynchronous
 * @returns to be called once that is done
 */
export function atProcessEnd(tidyUp: () => void): () => void {
  // Without a listener, a signal ends the process at once: neither what runs now nor `exit` comes first.
  for (const signal of SIGNALS) {
    if (!process.listeners(signal).includes(endUnlessOthersDo))
      process.on(signal, endUnlessOthersDo);
  }
  process.on('exit', tidyUp);
  return () => process.off('exit', tidyUp);
}

/** While a browser is open, Puppeteer listens too: it ends the browser first. */
function endUnlessOthersDo(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}
