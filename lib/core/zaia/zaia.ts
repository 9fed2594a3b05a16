import type { BackupKind } from '../feeds/backup-kind';
import type { FeedKind } from '../feeds/feed-kind';
import { readSavedAddress } from '../feeds/field-readers';
import * as s from '../schema';
import { type AgentRuns, agentRunsSchema, goingOn, readResponderId } from './agent-runs';

export const DEFAULT_ZAIA_ADDRESS = 'https://api.endless.zaia.app';
/** How many runs may be shown at once. */
export const RUNS_SHOWN = [5, 10, 25, 50, 100] as const;

const connectionSchema = s.object({
  id: s.string(),
  kind: s.string(),
  address: s.string(),
  /** The API key, sent exactly as it was entered. */
  token: s.string(),
  /** Whose runs; of all responders where empty. */
  responderIds: s.array(s.string()),
  show: s.number(),
});
export type AgentRunsConnection = s.infer<typeof connectionSchema>;

/** The agent executions of a workspace. */
export const kind: FeedKind<AgentRunsConnection, AgentRuns> = {
  kind: 'zaia',
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
  kind: 'zaia',
  most: 1,
  fields: () => ({
    address: s.readText(readSavedAddress),
    responderIds: s.array(s.readText(readResponderId)),
    show: s.oneOf(RUNS_SHOWN),
  }),
  key: () => '',
};
