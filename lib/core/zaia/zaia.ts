import type { FeedKind } from '../feeds/feed-kind';
import { fieldSchema, readSavedAddress } from '../feeds/field-readers';
import * as z from '../zod';
import { type AgentRuns, agentRunsSchema, readResponderId, unfinished } from './agent-runs';

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
});
export type ZaiaConnection = z.infer<typeof connectionSchema>;

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
    },
    // There is one workspace: another address replaces it.
    key: () => '',
  },
  names: () => ({ label: '', reference: 'Zaia' }),
  hasEnded: () => false,
  ongoing: ({ runs }) => unfinished(runs),
  endedBadly: () => false,
  summary: () => 'Zaia',
};
