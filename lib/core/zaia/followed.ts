import { NEXT_TRY } from '../feeds/policy';
import type { AgentRuns, Followed } from './agent-runs';

/** Each one that goes on costs a request per round. */
export const MOST_FOLLOWED = 20;

/** Nothing more is to be learnt: it has ended, or Zaia does not give it to this key. */
export function isSettled({ run, failure }: Followed): boolean {
  const hasEnded = run !== null && run.endedAtMs !== null;
  return hasEnded || (failure !== null && NEXT_TRY[failure] === 'user');
}

/**
 * What is known of the runs that are followed now.
 * @param ids of the runs to follow, in order
 * @param known the last answer. A run that has just been followed is often in its list.
 */
export function stillFollowed(ids: string[] = [], known: AgentRuns | null): Followed[] {
  return ids.slice(0, MOST_FOLLOWED).map((id) => {
    const isIt = (one: { id: string }) => one.id === id;
    const inList = known?.runs.find(isIt) ?? null;
    return known?.followed?.find(isIt) ?? { id, run: inList, failure: null };
  });
}

/**
 * The ids with one more in front, or with one less.
 * @returns null if there are as many as may be
 */
export function followedWith(ids: string[] = [], id: string, isFollowed: boolean): string[] | null {
  if (!isFollowed) return ids.filter((one) => one !== id);
  if (ids.includes(id)) return ids;
  return ids.length < MOST_FOLLOWED ? [id, ...ids] : null;
}
