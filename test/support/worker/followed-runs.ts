import type { AgentRuns } from '../../../lib/core/zaia/agent-runs.ts';
import { goOn } from './clock.ts';
import { sendFromPage } from './fake-messages.ts';
import { roundEnds } from './rounds.ts';
import { storedFeed } from './stored.ts';
import { type World, world } from './world.ts';

/** What the address of a run has before its id. */
export const RUN_PATH = '/api/v1/executions/';

/** A page has a run followed, or no longer followed. Resolves with the reply, after the round. */
export async function follow(
  id: string,
  isFollowed = true,
  connectionId = 'zaia',
): Promise<unknown> {
  goOn(1000);
  const reply = await sendFromPage({ kind: 'follow', connectionId, id, isFollowed });
  await roundEnds();
  return reply;
}

/** A world with so many runs, all of them followed. */
export async function following(count: number): Promise<World & { ids: string[] }> {
  const made = await world({ services: ['zaia'], started: true });
  const ids = Array.from({ length: count }, () => made.zaia.startRun());
  for (const id of ids) await follow(id);
  return { ...made, ids };
}

export async function agentRuns(): Promise<AgentRuns> {
  return (await storedFeed('zaia')).data as AgentRuns;
}

/** What is stored of the followed runs: id, status and failure. */
export async function followed(): Promise<unknown[]> {
  const { followed: runs = [] } = await agentRuns();
  return runs.map(({ id, run, failure }) => [id, run?.status, failure]);
}

/** The ids that were asked for one by one, since the last look. */
export function asked({ zaia }: World): () => string[] {
  let seen = zaia.requests.length;
  return () => {
    const since = zaia.requests.slice(seen);
    seen = zaia.requests.length;
    return since.map(({ path }) => path).flatMap((path) => path.split(RUN_PATH)[1] ?? []);
  };
}
