import { ApiError } from '../../lib/api/api-error';
import { NotModified } from '../../lib/api/not-modified';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import type { Connection } from '../../lib/core/feeds/feed-kind';
import { afterAnswer, afterFailure } from '../../lib/core/feeds/schedule';
import { dayOf } from '../../lib/core/olie/timer-day';
import { endedBadly } from '../../lib/core/state/feed';
import { type Feed, timerOf } from '../../lib/core/state/state';
import type { Day } from '../../lib/core/time/day';
import { type Exchange, serverOffsetMs } from '../../lib/core/time/server-clock';
import { clientFor } from './clients';

/** What a round knows of the time. */
export interface RoundTime {
  /** Seconds between two requests. */
  intervalS: number;
  /** The browser's, an IANA name. */
  timeZone: string;
  /** The user's day, as it was known before the round; found when it is needed, for no request need wait for it. */
  day(): Day;
}

/**
 * Asks a service once.
 * @returns the feed with the answer, or with the failure; its last answer is kept
 */
export async function ask(feed: Feed, connection: Connection, time: RoundTime): Promise<Feed> {
  const knownOffsetMs = feed.offsetMs ?? 0;
  const isOfToday = () => (feed.schedule.answeredAtMs ?? 0) + knownOffsetMs >= time.day().startMs;
  const context = {
    previous: feed.data,
    get startOfDayMs() {
      return time.day().startMs;
    },
    offsetMs: knownOffsetMs,
    etag: feed.etag !== null && feed.data !== null && isOfToday() ? feed.etag : null,
  };
  try {
    const { data, exchange } = await clientFor(feed.kind).ask(connection, context);
    return answered({ ...feed, data, etag: exchange.etag }, exchange, time);
  } catch (error) {
    if (error instanceof NotModified) return answered(feed, error.exchange, time);
    if (error instanceof ApiError) return failed(feed, error.failure, time.intervalS);
    // What nobody foresaw is reported, and costs the other feeds nothing.
    console.error(error);
    return failed(feed, failure('unexpected-answer'), time.intervalS);
  }
}

/** The feed, which holds the answer already, after it: fresh, and with its next request. */
function answered(feed: Feed, exchange: Exchange, time: RoundTime): Feed {
  const offsetMs = serverOffsetMs(exchange, feed.offsetMs);
  const timer = feed.kind === 'olie' ? timerOf(feed) : null;
  const { endMs } = timer === null ? time.day() : dayOf(timer, time.timeZone);
  const schedule = afterAnswer(feed.schedule, Date.now(), time.intervalS, endMs - offsetMs);
  return { ...feed, offsetMs, failure: null, isSeen: feed.isSeen && endedBadly(feed), schedule };
}

/** The feed after a failure, with its next try. */
export function failed(feed: Feed, cause: Failure, intervalS: number): Feed {
  const schedule = afterFailure(feed.schedule, cause, Date.now(), intervalS, Math.random());
  return { ...feed, failure: cause, schedule };
}
