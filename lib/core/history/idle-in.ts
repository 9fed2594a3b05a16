import { gaps, type HistoryDay, type SessionPart } from './days';
import type { Stretch } from './records';

/** For how long nothing ran in certain hours. */
export interface IdleTime {
  idleMs: number;
  /** It is at least this much: some of these hours nobody told of. */
  isPartial: boolean;
}

/**
 * For how long nothing ran in certain hours: as far as the sessions of a day are known, and not in the future. Days of which
 * nothing was told do not count.
 * @param hoursOf such as the working hours. In order, and none overlaps another
 * @param nowMs the server's clock
 * @returns null if nothing is known of such hours, or none has come yet
 */
export function idleIn(
  days: HistoryDay[],
  hoursOf: (day: HistoryDay) => Stretch[],
  nowMs: number,
): IdleTime | null {
  const found = days
    .filter(({ isUnknown, isHidden }) => !isUnknown && !isHidden)
    .map((day) => idleOf(day, hoursOf(day), nowMs));
  if (found.every(({ knownMs }) => knownMs === 0)) return null;
  return {
    idleMs: found.reduce((sum, { idleMs }) => sum + idleMs, 0),
    isPartial: found.some(({ unseenMs }) => unseenMs > 0),
  };
}

function idleOf({ startMs, endMs, toldToMs, parts }: HistoryDay, hours: Stretch[], nowMs: number) {
  const untilMs = Math.min(endMs, nowMs);
  const seenToMs = Math.min(toldToMs ?? startMs, untilMs);
  const seen = hours.map((one) => within(one, startMs, seenToMs));
  const unseen = hours.map((one) => within(one, seenToMs, untilMs));
  return {
    knownMs: openMs(seen, []),
    idleMs: openMs(seen, parts),
    // Today goes on: the next answer tells of it.
    unseenMs: endMs <= nowMs ? openMs(unseen, parts) : 0,
  };
}

function within({ fromMs, toMs }: Stretch, startMs: number, endMs: number): Stretch {
  return { fromMs: Math.max(fromMs, startMs), toMs: Math.min(toMs, endMs) };
}

/** How much of these hours no session fills. */
function openMs(hours: Stretch[], parts: SessionPart[]): number {
  const open = hours.flatMap((one) => gaps(parts, one, 0));
  return open.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}
