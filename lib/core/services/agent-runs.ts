import { type AgentRuns, agentRunsSchema, goingOn, readResponderId } from '../agent-runs';
import type { BackupKind } from '../backup-kind';
import { readSavedAddress } from '../connection-form';
import type { FeedKind } from '../feed-kind';
import * as z from '../zod';

export const DEFAULT_ZAIA_ADDRESS = 'https://api.endless.zaia.app';
/** How many runs may be shown at once. */
export const RUNS_SHOWN = [5, 10, 25, 50, 100] as const;

const connectionSchema = z.object({
  id: z.string(),
  kind: z.string(),
  address: z.string(),
  /** The API key, sent exactly as it was entered. */
  token: z.string(),
  /** Whose runs; of all responders where empty. */
  responderIds: z.array(z.string()),
  show: z.number(),
});
export type AgentRunsConnection = z.infer<typeof connectionSchema>;

/** The agent executions of a workspace. */
export const kind: FeedKind<AgentRunsConnection, AgentRuns> = {
  kind: 'agent-runs',
  order: 3,
  serviceName: 'Zaia',
  connectionSchema,
  dataSchema: agentRunsSchema,
  names: () => ({ label: '', reference: 'Zaia' }),
  hasEnded: () => false,
  goingOn: ({ runs }) => goingOn(runs),
  endedBadly: () => false,
  summary: () => 'Zaia',
};

/** There is one workspace: another address replaces it. */
export const backup: BackupKind<AgentRunsConnection> = {
  kind: 'agent-runs',
  most: 1,
  fields: () => ({
    address: z.readText(readSavedAddress),
    responderIds: z.array(z.readText(readResponderId)),
    show: z.oneOf(RUNS_SHOWN),
  }),
  key: () => '',
};
