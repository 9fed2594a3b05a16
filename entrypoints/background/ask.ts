import { ApiError } from '../../lib/api/api-error';
import { browserTimeZone } from '../../lib/browser/texts';
import { type Day, dayOf } from '../../lib/core/day';
import { type Failure, failure } from '../../lib/core/failure';
import { endedBadly } from '../../lib/core/feed';
import type { Connection } from '../../lib/core/feed-kind';
import { afterAnswer, afterFailure } from '../../lib/core/schedule';
import { serverOffsetMs } from '../../lib/core/server-clock';
import { type Feed, timerOf } from '../../lib/core/state';
import { clientFor } from './clients';

/**
 * Asks a service once.
 * @param day the user's, as it was known before the answer
 * @returns the feed with the answer, or with the failure; its last answer is kept
 */
export async function ask(
  feed: Feed,
  connection: Connection,
  day: Day,
  intervalS: number,
): Promise<Feed> {
  try {
    const { data, exchange } = await clientFor(feed.kind).ask(connection, {
      previous: feed.data,
      startOfDayMs: day.startMs,
      offsetMs: feed.offsetMs ?? 0,
    });
    const offsetMs = serverOffsetMs(exchange, feed.offsetMs);
    const isSeen = feed.isSeen && endedBadly(feed);
    const answered = { ...feed, data, offsetMs, failure: null, isSeen };
    const timer = feed.kind === 'olie' ? timerOf(answered) : null;
    const { endMs } = timer === null ? day : dayOf(timer, browserTimeZone());
    const schedule = afterAnswer(feed.schedule, Date.now(), intervalS, endMs - offsetMs);
    return { ...answered, schedule };
  } catch (error) {
    if (error instanceof ApiError) return failed(feed, error.failure, intervalS);
    // What nobody foresaw is reported, and costs the other feeds nothing.
    console.error(error);
    return failed(feed, failure('unexpected-answer'), intervalS);
  }
}

/** The feed after a failure, with its next try. */
export function failed(feed: Feed, cause: Failure, intervalS: number): Feed {
  const schedule = afterFailure(feed.schedule, cause, Date.now(), intervalS, Math.random());
  return { ...feed, failure: cause, schedule };
}
