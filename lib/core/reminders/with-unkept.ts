import { knownAbsences, MOST_ABSENCES, type Presence } from './presence';
import type { Unkept } from './unkept';

/**
 * The presence with what is new in it of absences: the history has to take them. An earlier one may be of another account,
 * or from while none were kept.
 * @param known the presence before
 * @param connectionId of the timer; undefined if there is none: then they are of nobody
 * @returns the same object if there is none
 */
export function withUnkept(
  now: Presence | null,
  known: Presence | null,
  connectionId: string | undefined,
): Presence | null {
  if (now === null || now === known || connectionId === undefined) return now;
  const notedToMs = (known && knownAbsences(known).at(-1)?.toMs) ?? 0;
  const fresh = knownAbsences(now).filter(({ toMs }) => toMs > notedToMs);
  if (fresh.length === 0) return now;
  const added = fresh.map((one) => ({ connectionId, ...one }));
  return { ...now, unkept: [...(now.unkept ?? []), ...added].slice(-MOST_ABSENCES) };
}

/** The presence once the history has taken these. */
export function withoutKept(presence: Presence, kept: Unkept[]): Presence {
  const isKept = (one: Unkept) =>
    kept.some((other) => other.connectionId === one.connectionId && other.fromMs === one.fromMs);
  return { ...presence, unkept: presence.unkept?.filter((one) => !isKept(one)) };
}
