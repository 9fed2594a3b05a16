import { MOST_STREAMS } from '../feeds/policy';
import { serviceOf } from '../services';
import { type Feed, heldUntilMs, ongoingIn, type Scheduled } from './feed';

/**
 * What to listen to while a page is open: what goes on, and whose service answers and asks for no pause. The newest
 * come first; of those that were created at the same time, the one that was added last.
 * @param nowMs browser's clock
 */
export function newestOngoing<One extends Scheduled>(all: One[], nowMs: number): One[] {
  return all
    .filter(
      ({ feed }) =>
        feed.failure === null &&
        ongoingIn(feed) > 0 &&
        createdAtMs(feed) >= 0 &&
        heldUntilMs(feed, all, nowMs) <= nowMs,
    )
    .reverse()
    .sort((a, b) => createdAtMs(b.feed) - createdAtMs(a.feed))
    .slice(0, MOST_STREAMS);
}

/** -1 if its service tells nothing by itself. */
function createdAtMs({ kind, data }: Feed): number {
  return serviceOf(kind).createdAtMs?.(data) ?? -1;
}
