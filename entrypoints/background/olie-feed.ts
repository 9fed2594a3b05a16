import { ApiError } from '../../lib/api/api-error';
import { getTimer } from '../../lib/api/olie';
import { mayReach } from '../../lib/browser/permissions';
import { browserTimeZone } from '../../lib/browser/texts';
import { dayOf } from '../../lib/core/day';
import { type Failure, failure } from '../../lib/core/failure';
import { afterAnswer, afterAsking, afterFailure, isDue, type Wish } from '../../lib/core/schedule';
import { serverOffsetMs } from '../../lib/core/server-clock';
import type { OlieConnection } from '../../lib/core/settings';
import type { OlieFeed } from '../../lib/core/state';

/**
 * Asks Olie where that is due.
 * @param claim stores the feed with its next due time, before the request leaves
 * @returns the feed afterwards; the same one where nothing was due
 */
export async function refreshOlie(
  feed: OlieFeed,
  connection: OlieConnection,
  wish: Wish,
  claim: (feed: OlieFeed) => Promise<void>,
): Promise<OlieFeed> {
  const isForbidden = feed.failure?.kind === 'permission';
  if (!(await mayReach(connection.address))) {
    return isForbidden ? feed : failed(feed, failure('permission'), wish);
  }
  const isAllowedAgain = isForbidden;
  if (!isAllowedAgain && !isDue(feed.schedule, feed.failure, wish, Date.now())) return feed;
  const claimed = { ...feed, schedule: afterAsking(feed.schedule, Date.now(), wish.intervalS) };
  await claim(claimed);
  try {
    return await answered(claimed, connection, wish);
  } catch (error) {
    if (error instanceof ApiError) return failed(claimed, error.failure, wish);
    throw error;
  }
}

async function answered(
  feed: OlieFeed,
  { address, token }: OlieConnection,
  { intervalS }: Wish,
): Promise<OlieFeed> {
  const { timer, exchange } = await getTimer({ address, token, executionId: feed.executionId });
  const offsetMs = serverOffsetMs(exchange, feed.offsetMs);
  const midnightMs = dayOf(timer, browserTimeZone()).endMs - offsetMs;
  return {
    ...feed,
    executionId: timer.current?.id || feed.executionId,
    schedule: afterAnswer(feed.schedule, Date.now(), intervalS, midnightMs),
    failure: null,
    offsetMs,
    timer,
  };
}

function failed(feed: OlieFeed, cause: Failure, { intervalS }: Wish): OlieFeed {
  const schedule = afterFailure(feed.schedule, cause, Date.now(), intervalS, Math.random());
  return { ...feed, failure: cause, schedule };
}
