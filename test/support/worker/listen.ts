import type { Answer, Fault, ReceivedRequest, StandInServer } from '../stand-ins/server.ts';

/**
 * Listens to the good answers of a stand-in, and makes it fail.
 * @param fault what its requests meet at that moment; null for nothing
 */
export function listen(
  server: StandInServer,
  fault: () => Fault | null,
  onGood: (good: Answer, request: ReceivedRequest) => void,
): void {
  server.fail((good, request) => {
    const now = fault();
    const met = typeof now === 'function' ? now(good, request) : now;
    if (met === null && good.status === 200) onGood(good, request);
    return met;
  });
}
