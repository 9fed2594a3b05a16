import type { BackupKind } from '../feeds/backup-kind';
import type { FeedKind } from '../feeds/feed-kind';
import { readExecutionId, readSavedAddress } from '../feeds/field-readers';
import * as s from '../schema';
import { projectTitle, type Timer } from './timer';
import { timerSchema } from './timer-schema';

export const DEFAULT_OLIE_ADDRESS = 'https://api.olie.ai';

const connectionSchema = s.object({
  id: s.string(),
  kind: s.string(),
  address: s.string(),
  token: s.string(),
  executionId: s.string(),
});
export type OlieConnection = s.infer<typeof connectionSchema>;

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
    address: s.readText(readSavedAddress),
    executionId: s.readText(readExecutionId),
  }),
  key: () => '',
};
