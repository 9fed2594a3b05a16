import type { FeedKind } from '../feeds/feed-kind';
import { fieldSchema, readExecutionId, readSavedAddress } from '../feeds/field-readers';
import type { TextKey } from '../texts';
import * as z from '../zod';
import {
  type AgentRuns,
  agentRunsSchema,
  knownRuns,
  readResponderId,
  unfinished,
} from './agent-runs';
import { followedWith, MOST_FOLLOWED, stillFollowed } from './followed';

export const DEFAULT_ZAIA_ADDRESS = 'https://api.endless.zaia.app';
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

/** As a backup file may have them. By hand: zod's own check of a length takes 0.3 kB of the background. */
const followedIds = z.pipe(
  z.rows(fieldSchema(readExecutionId)),
  z.transform((ids, { issues }) => {
    const message: TextKey = 'tooManyFollowed';
    if (ids.length > MOST_FOLLOWED) issues.push({ code: 'custom', message, input: ids });
    return ids;
  }),
);

/** The agent executions of a workspace. */
export const zaia: FeedKind<'zaia', ZaiaConnection, AgentRuns> = {
  kind: 'zaia',
  serviceName: 'Zaia',
  connectionSchema,
  dataSchema: agentRunsSchema,
  backup: {
    most: 1,
    fields: {
      address: fieldSchema(readSavedAddress),
      responderIds: z.rows(fieldSchema(readResponderId)),
      show: z.literal(RUNS_SHOWN),
      followed: z.optional(followedIds),
    },
    // There is one workspace: another address replaces it.
    key: () => '',
  },
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
