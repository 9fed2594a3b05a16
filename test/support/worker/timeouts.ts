import { vi } from 'vitest';

/** A timeout is real time, and there are many: ten seconds become a tenth of a second. */
export const TIMES_FASTER = 100;

/**
 * Shortens the timeouts of requests to this address. Others keep theirs: on a busy computer, healthy requests must not
 * time out.
 *
 * @param timesFaster how much shorter they become
 * @returns the timeouts that were asked for, in milliseconds
 */
export function shortenTimeouts(address: string, timesFaster = TIMES_FASTER): number[] {
  const asked: number[] = [];
  const timeouts = new WeakMap<AbortSignal, { controller: AbortController; ms: number }>();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    timeouts.set(controller.signal, { controller, ms });
    return controller.signal;
  });
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string, options: RequestInit) => {
    const found = options.signal && timeouts.get(options.signal);
    if (found && url.startsWith(address)) {
      const { controller, ms } = found;
      asked.push(ms);
      const reason = new DOMException('The operation timed out.', 'TimeoutError');
      setTimeout(() => controller.abort(reason), ms / timesFaster);
    }
    return realFetch(url, options);
  });
  return asked;
}
