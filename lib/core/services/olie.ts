import type { BackupKind } from '../backup-kind';
import { readExecutionId, readSavedAddress } from '../connection-form';
import type { FeedKind } from '../feed-kind';
import { projectTitle, type Timer } from '../timer';
import { timerSchema } from '../timer-schema';
import * as z from '../zod';

export const DEFAULT_OLIE_ADDRESS = 'https://api.olie.ai';

const connectionSchema = z.object({
  id: z.string(),
  kind: z.string(),
  address: z.string(),
  token: z.string(),
  executionId: z.string(),
});
export type OlieConnection = z.infer<typeof connectionSchema>;

/** The running timer. It never ends, and has the badge by itself. */
export const kind: FeedKind<OlieConnection, Timer> = {
  kind: 'olie',
  order: 1,
  serviceName: 'Olie',
  connectionSchema,
  dataSchema: timerSchema,
  names: ({ executionId }) => ({ label: '', reference: executionId }),
  hasEnded: () => false,
  goingOn: () => 0,
  endedBadly: () => false,
  summary: ({ user, current }) =>
    [user?.name ?? '', current === null ? '' : projectTitle(current)].filter(Boolean).join(', '),
};

/** There is one timer: another address replaces it. */
export const backup: BackupKind<OlieConnection> = {
  kind: 'olie',
  most: 1,
  fields: () => ({
    address: z.readText(readSavedAddress),
    executionId: z.readText(readExecutionId),
  }),
  key: () => '',
};
