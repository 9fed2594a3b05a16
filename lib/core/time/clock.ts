/**
 * A count of seconds as a view needs it: it stands, or it grows with the server's clock since the moment when it was
 * zero. Views tick without new data, and a wrong computer clock is corrected in one place, where `now` is made.
 */
export type Clock = { kind: 'standing'; seconds: number } | { kind: 'running'; zeroAtMs: number };

/** A count that does not change. */
export function standing(seconds: number): Clock {
  return { kind: 'standing', seconds };
}

/** A count that is zero at `zeroAtMs` (server's clock) and grows by one a second. */
export function runningFrom(zeroAtMs: number): Clock {
  return { kind: 'running', zeroAtMs };
}

/**
 * Whole seconds on the clock, never negative.
 * @param nowMs the server's clock, epoch milliseconds
 */
export function readSeconds(clock: Clock, nowMs: number): number {
  const seconds =
    clock.kind === 'standing' ? clock.seconds : Math.floor((nowMs - clock.zeroAtMs) / 1000);
  return Math.max(0, seconds);
}
