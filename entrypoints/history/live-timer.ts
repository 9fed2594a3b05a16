import { type Live, liveOf } from '../../lib/core/history/live';
import { type Person, personIdOf } from '../../lib/core/history/records';
import { dayOf } from '../../lib/core/olie/timer-day';
import { type OlieFeed, scheduleOf } from '../../lib/core/state/feed';
import { type Stored, timerFeed } from '../../lib/core/state/state';
import type { Zone } from '../../lib/core/time/time-zone';
import type { Read } from './read';

/** Whose timer is connected; null if that is not known. */
export function ownId(persons: Person[], feed: OlieFeed | null): string | null {
  if (feed === null) return null;
  const told = persons.find(({ connectionId }) => connectionId === feed.connectionId);
  if (told !== undefined) return told.id;
  // Nothing of them is kept yet.
  const userId = feed.data?.userId ?? '';
  return userId === '' ? null : personIdOf(new URL(feed.address).origin, userId);
}

/**
 * Whose history is shown; null if nobody is known.
 * @param chosenId whom the user chose, if they are still known: their history may have been deleted
 */
export function whose(
  persons: Person[],
  chosenId: string | null,
  feed: OlieFeed | null,
): string | null {
  const chosen = persons.find(({ id }) => id === chosenId);
  return chosen?.id ?? ownId(persons, feed) ?? persons[0]?.id ?? null;
}

/** What the timer tells of the present; null if it tells nothing, or the history of somebody else is shown. */
export function liveTimer(
  { state, schedules }: Stored,
  { persons, personId }: Pick<Read, 'persons' | 'personId'>,
  nowMs: number,
  timeZone: string,
): Live | null {
  const feed = timerFeed(state);
  if (!feed?.data) return null;
  const own = ownId(persons, feed);
  if (personId !== null && personId !== own) return null;
  const { answeredAtMs } = scheduleOf(schedules, feed);
  const onServerMs = answeredAtMs && answeredAtMs + (feed.offsetMs ?? 0);
  return liveOf(feed.data, onServerMs, nowMs, own ?? '', timeZone);
}

/** Where the user is: where the timer's day is counted, or else where the browser is. */
export function zoneOf({ state }: Stored, timeZone: string): Zone {
  const timer = timerFeed(state)?.data;
  return timer ? dayOf(timer, timeZone).zone : { kind: 'named', timeZone };
}
