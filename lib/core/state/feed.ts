import { isDue, pauseEndsMs, type Wish } from '../feeds/schedule';
import { feedKind } from '../services';
import type { Feed } from './state';

/** What to call a feed. */
export function nameOf({ label, reference }: Feed): string {
  return label || reference;
}

/** True where nothing more will change: it is not asked again. */
function hasEnded({ kind, data }: Feed): boolean {
  return data !== null && (feedKind(kind)?.hasEnded(data) ?? false);
}

/** True where the user should look at how it ended. */
export function endedBadly({ kind, data }: Feed): boolean {
  return data !== null && (feedKind(kind)?.endedBadly(data) ?? false);
}

/** How many things go on in it. */
export function goingOnIn({ kind, data }: Feed): number {
  return data === null ? 0 : (feedKind(kind)?.goingOn(data) ?? 0);
}

/** Is it time to ask, also in view of the other feeds of its host? */
export function isFeedDue(feed: Feed, all: Feed[], wish: Wish, nowMs: number): boolean {
  return (
    !hasEnded(feed) &&
    feed.failure?.kind !== 'permission' &&
    isDue(feed.schedule, feed.failure, wish, nowMs) &&
    heldUntilMs(feed, all, nowMs) <= nowMs
  );
}

/** Until when its host wants to be left alone, as another feed of it was told; 0 where it does not. */
export function heldUntilMs(feed: Feed, all: Feed[], nowMs: number): number {
  const { origin } = new URL(feed.address);
  const holding = all.filter(
    (other) =>
      other !== feed &&
      other.failure?.kind === 'too-many-requests' &&
      // Told before the clock was set back: they would hold each other for hours.
      (other.schedule.askedAtMs ?? 0) <= nowMs &&
      new URL(other.address).origin === origin,
  );
  // As long as it asked for; where it did not say how long, until it is asked again.
  const ends = holding.map(
    ({ schedule, failure }) => pauseEndsMs(schedule, failure) ?? schedule.dueAtMs ?? 0,
  );
  return Math.max(0, ...ends);
}

/** The feed once the user has opened the popup. */
export function seen(feed: Feed): Feed {
  return endedBadly(feed) && !feed.isSeen ? { ...feed, isSeen: true } : feed;
}
