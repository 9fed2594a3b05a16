import type { FeedKind } from '../feeds/feed-kind';
import * as z from '../zod';
import { type AgentRuns, agentRunsSchema, knownRuns, unfinished } from './agent-runs';
import { followedWith, stillFollowed } from './followed';

export const DEFAULT_ZAIA_ADDRESS = 'https://api.endless.zaia.app';
/** What our paths begin with: it is no part of the address that is saved. */
export const ZAIA_OWN_PATH = /\/api(?:\/v1(?:\/executions(?:\/.*)?)?)?$/;
/** Zaia's addresses: what comes before our path, and a run's id if there is one. */
export const ZAIA_PATH = /^(.*?)\/api\/v1\/executions(?:\/(?!nestings)([^/?#]*))?/;
/** How many runs may be shown at once. */
export const RUNS_SHOWN = [5, 10, 25, 50, 100] as const;

const connectionSchema = z.object({
  id: z.string(),
  kind: z.literal('zaia'),
  address: z.string(),
  /** The API key, sent exactly as it was entered. */
  token: z.string(),
  /** Whose runs to show; empty for all responders. */
  responderIds: z.rows(z.string()),
  show: z.boundedNumber(),
  /** The ids of the runs that the user follows, the newest first. Left out before the first one. */
  followed: z.optional(z.rows(z.string())),
});
export type ZaiaConnection = z.infer<typeof connectionSchema>;

/** The agent executions of a workspace. */
export const zaia: FeedKind<'zaia', ZaiaConnection, AgentRuns> = {
  kind: 'zaia',
  serviceName: 'Zaia',
  defaultAddress: DEFAULT_ZAIA_ADDRESS,
  connectionSchema,
  dataSchema: agentRunsSchema,
  most: 1,
  names: () => ({ label: '', reference: 'Zaia' }),
  hasEnded: () => false,
  ongoing: (data) => unfinished(knownRuns(data)),
  endedBadly: () => false,
  summary: () => 'Zaia',
  follow: (connection, id, isFollowed) => {
    const followed = followedWith(connection.followed, id, isFollowed);
    return followed && { ...connection, followed };
  },
  fit: (data, { followed }) =>
    followed ? { ...data, followed: stillFollowed(followed, data) } : data,
};
