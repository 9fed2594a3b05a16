import { type Absence, isUnsure, LEAST_ABSENCE_MS, type Presence } from './presence';

/** If an answer corrects the computer's clock by more, somebody had changed it. */
const SAME_CLOCK_MS = 60_000;

/**
 * The presence by a young answer's clock. Until then, a computer's clock that was put forward looks like sleep. An absence
 * that is too short by the answer's clock was none.
 * @param nowMs the server's clock
 * @param offsetMs how far it is ahead of the browser's, by that answer
 * @returns the known one if nothing changed
 */
export function settled(presence: Presence, nowMs: number, offsetMs: number): Presence {
  const { awayFromMs, leftAtMs, leftOffsetMs, seenFromMs } = presence;
  const isSure = !presence.absences.some(isUnsure) && leftAtMs === null && !presence.isSetBack;
  if (isSure && seenFromMs <= nowMs) return presence;
  const sure = (atMs: number | null) => (atMs === null ? null : Math.min(nowMs, atMs + offsetMs));
  // Nobody changed the clock meanwhile: a gap in which nobody looked was sleep.
  const isSame = (atLeavingMs = Number.POSITIVE_INFINITY) =>
    !presence.isSetBack && Math.abs(atLeavingMs - offsetMs) <= SAME_CLOCK_MS;
  const absences = presence.absences
    .filter((one) => isStartKnown(one, offsetMs))
    .map((one) => ({
      // If the clock was set back before a sleep, the sleep looked longer than it was.
      fromMs:
        (isSame(one.leftOffsetMs) ? null : sure(one.leftAtMs)) ??
        Math.max(one.fromMs, sure(one.sleptAtMs) ?? 0),
      // If they left by a right clock, it may have been set back after their return, before the computer slept.
      toMs: Math.min(
        one.leftAtMs === null && one.sleptAtMs === null ? one.toMs : nowMs,
        sure(one.returnedAtMs) ?? one.toMs,
      ),
      leftAtMs: null,
      returnedAtMs: null,
      sleptAtMs: null,
    }))
    .filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_ABSENCE_MS);
  return {
    ...presence,
    absences,
    awayFromMs: isSame(leftOffsetMs) ? awayFromMs : (sure(leftAtMs) ?? awayFromMs),
    leftAtMs: null,
    leftOffsetMs: undefined,
    isSetBack: false,
    setBackMs: undefined,
    seenFromMs: Math.min(seenFromMs, nowMs),
  };
}

/** Is it known when the absence began? Not if the clock was put forward before the sleep, or while it lasted. */
function isStartKnown({ fromMs, sleptAtMs }: Absence, offsetMs: number): boolean {
  return sleptAtMs === null || sleptAtMs + offsetMs >= fromMs - SAME_CLOCK_MS;
}
