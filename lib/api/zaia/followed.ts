import { AT_A_TIME } from '../../core/feeds/policy';
import type { Followed, Run } from '../../core/zaia/agent-runs';
import { isSettled } from '../../core/zaia/followed';
import { ApiError } from '../api-error';

/**
 * Asks for each followed run that goes on, a few at a time. One that fails is marked and keeps what is known of it.
 * @param ask for one run
 * @returns all of them, in the same order
 * @throws ApiError `too-many-requests`: a pause is for all requests of the service
 */
export async function askFollowed(
  followed: Followed[],
  ask: (id: string) => Promise<Run>,
): Promise<Followed[]> {
  const answered = new Map<string, Followed>();
  let isSilent = false;
  const askOne = async (one: Followed) => {
    try {
      answered.set(one.id, { ...one, run: await ask(one.id), failure: null });
    } catch (error) {
      if (!(error instanceof ApiError) || error.failure.kind === 'too-many-requests') throw error;
      isSilent ||= error.failure.kind === 'timeout';
      answered.set(one.id, { ...one, failure: error.failure.kind });
    }
  };
  // One that failed may keep silent: it comes last.
  const queue = followed
    .filter((one) => !isSettled(one))
    .sort((a, b) => Number(a.failure !== null) - Number(b.failure !== null));
  // After a silence the rest waits for the next round: twenty silences would hold back the list for long.
  while (queue.length > 0 && !isSilent) await Promise.all(queue.splice(0, AT_A_TIME).map(askOne));
  return followed.map((one) => answered.get(one.id) ?? one);
}
