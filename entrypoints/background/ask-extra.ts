import { ApiError } from '../../lib/api/api-error';
import { extraAsked, isExtraDue } from '../../lib/core/feeds/extra';
import type { FailureKind } from '../../lib/core/feeds/failure';
import { isForUser } from '../../lib/core/feeds/policy';
import { afterFailure } from '../../lib/core/feeds/schedule';
import { withData } from '../../lib/core/state/feed';
import { clientFor } from './clients';
import type { Task } from './plan';

/** A refusal, or a body of another shape, means that this service has nothing of the kind. */
const SAYS_NONE: FailureKind[] = ['refused', 'unexpected-answer'];

export interface ExtraTask {
  /** The task marked as asked: saved before the request leaves, so that a killed worker does not ask twice. */
  task: Task;
  /** Asks. If that fails, nothing is shown, and it is asked again later. */
  ask(): Promise<Task>;
}

/**
 * What to ask now beside the answer of a task.
 * @param asked the task with its answer or failure
 * @param nowMs browser's clock
 * @returns null if there is nothing
 */
export function extraOf(asked: Task, intervalS: number, nowMs: number): ExtraTask | null {
  const { connection, feed } = asked;
  const { extra } = clientFor(feed.kind);
  const subject = feed.failure === null && extra?.subject(feed.data);
  if (!extra || !subject || !isExtraDue(asked.schedule.extra, subject, nowMs)) return null;
  const schedule = { ...asked.schedule, extra: extraAsked(subject, nowMs) };
  const task = { ...asked, schedule };
  const ask = async (): Promise<Task> => {
    try {
      const data = await extra.ask(connection, feed.data, feed.offsetMs ?? 0);
      return { ...task, feed: withData(feed, data) };
    } catch (error) {
      if (!(error instanceof ApiError)) {
        console.error(error);
        return task;
      }
      const { failure } = error;
      if (failure.kind === 'too-many-requests') {
        // The pause that the host asks for is the feed's, too. The feed itself has not failed.
        const { pausedUntilMs } = afterFailure(schedule, failure, Date.now(), intervalS, 0);
        return { ...task, schedule: { ...schedule, pausedUntilMs } };
      }
      if (!isForUser(failure) && !SAYS_NONE.includes(failure.kind)) return task;
      // This account may not know, or there is nothing to know.
      const again = { ...schedule, extra: extraAsked(subject, nowMs, true) };
      return { ...task, feed: withData(feed, extra.without(feed.data)), schedule: again };
    }
  };
  return { task, ask };
}
