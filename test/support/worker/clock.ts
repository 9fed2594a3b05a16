import { vi } from 'vitest';

/** The moment of the documented example by the servers' clock. Every test begins at it. */
export const BEGIN_MS = Date.parse('2026-03-13T21:17:54Z');

/** How far this computer's clock is ahead of the servers' clock, which is right. */
let aheadMs = 0;

/** Fakes `Date` alone; timers stay real. Time stands still until a test moves it. */
export function startClock(computerAheadMs: number): void {
  aheadMs = computerAheadMs;
  vi.useFakeTimers({ toFake: ['Date'], now: BEGIN_MS + computerAheadMs });
}

/** Time passes, on all clocks. */
export function goOn(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** The time by the servers' clock. */
export function serverNowMs(): number {
  return Date.now() - aheadMs;
}

/** The user sets this computer's clock; 0 is right. */
export function setClock(computerAheadMs: number): void {
  vi.setSystemTime(serverNowMs() + computerAheadMs);
  aheadMs = computerAheadMs;
}
