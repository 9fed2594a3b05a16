import { dequal } from 'dequal/lite';
import { ApiError } from '../../lib/api/api-error';
import { NotModified } from '../../lib/api/not-modified';
import { mayConfirm } from '../../lib/core/feeds/confirmation';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import { AT_A_TIME } from '../../lib/core/feeds/policy';
import {
  afterAnswer,
  afterAsking,
  afterConfirmation,
  afterFailure,
} from '../../lib/core/feeds/schedule';
import {
  dayToldBy,
  endedBadly,
  heldUntilMs,
  type Scheduled,
  withData,
} from '../../lib/core/state/feed';
import { type Exchange, serverOffsetMs } from '../../lib/core/time/server-clock';
import { clientFor } from './clients';
import type { Plan, Task } from './plan';

/**
 * Asks a few at a time. If a host asks for a pause meanwhile, its remaining tasks are skipped.
 * @param queue what to ask, in this order; asked ones are taken out of it. Emptying it ends the asking
 * @param onAnswer is called with each task that was asked, with its answer or failure
 */
export async function askAll(
  queue: Task[],
  circumstances: Circumstances,
  onAnswer: (task: Task) => void,
): Promise<void> {
  const answered: Task[] = [];
  const askNext = async (): Promise<void> => {
    const task = queue.shift();
    if (task === undefined) return;
    if (heldUntilMs(task.feed, answered, Date.now()) <= Date.now()) {
      const asked = { ...task, ...(await ask(task, circumstances)) };
      answered.push(asked);
      onAnswer(asked);
    }
    await askNext();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askNext));
}

type Circumstances = Pick<Plan, 'asker' | 'intervalS' | 'day' | 'timeZone'>;

/**
 * Asks a service once.
 * @returns the feed with the answer, or with the failure; its last answer is kept
 */
async function ask(
  { connection, feed, schedule: before }: Task,
  plan: Circumstances,
): Promise<Scheduled> {
  const schedule = afterAsking(before, Date.now(), plan.intervalS);
  const offsetMs = feed.offsetMs ?? 0;
  const startOfDayMs = plan.day.startMs;
  const mayBeConfirmed =
    plan.asker !== 'user' && mayConfirm(schedule, startOfDayMs - offsetMs, Date.now());
  const context = {
    previous: feed.data,
    startOfDayMs,
    timeZone: plan.timeZone,
    offsetMs,
    failures: before.failures,
    etag: feed.data !== null && mayBeConfirmed ? feed.etag : null,
  };
  try {
    const { data, exchange } = await clientFor(feed.kind).ask(connection, context);
    const isNews = !dequal(data, feed.data);
    const known = {
      ...feed,
      etag: exchange.etag,
      learntAtMs: isNews ? Date.now() : feed.learntAtMs,
    };
    // The same answer again is no news: views keep what they have drawn.
    const answered = { feed: isNews ? withData(known, data) : known, schedule };
    return afterAnswered(answered, exchange, plan, afterAnswer);
  } catch (error) {
    if (error instanceof NotModified) {
      return afterAnswered({ feed, schedule }, error.exchange, plan, afterConfirmation);
    }
    // An unknown failure is reported, and costs the other feeds nothing.
    if (!(error instanceof ApiError)) console.error(error);
    const cause = error instanceof ApiError ? error.failure : failure('unexpected-answer');
    return afterFailed({ feed, schedule }, cause, plan.intervalS);
  }
}

/**
 * The feed, which holds the answer already, with the server's clock and its next request.
 * @param next makes the schedule
 */
function afterAnswered(
  { feed, schedule }: Scheduled,
  exchange: Exchange,
  { intervalS, day, timeZone }: Circumstances,
  next: typeof afterAnswer,
): Scheduled {
  const offsetMs = serverOffsetMs(exchange, feed.offsetMs);
  const { endMs } = dayToldBy(feed, timeZone) ?? day;
  return {
    feed: { ...feed, offsetMs, failure: null, isSeen: feed.isSeen && endedBadly(feed) },
    schedule: next(schedule, Date.now(), intervalS, endMs - offsetMs),
  };
}

/** The feed after a failure, with its next try. */
export function afterFailed(
  { feed, schedule }: Scheduled,
  cause: Failure,
  intervalS: number,
): Scheduled {
  return {
    feed: { ...feed, failure: cause },
    schedule: afterFailure(schedule, cause, Date.now(), intervalS, Math.random()),
  };
}
