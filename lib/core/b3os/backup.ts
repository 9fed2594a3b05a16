import type { BackupRules } from '../feeds/backup-rules';
import { fieldSchema, readSavedAddress } from '../feeds/field-readers';
import * as z from '../zod';
import type { B3osConnection } from './b3os';
import { readSavedWorkflowId } from './client-token';

export const b3osBackup: BackupRules<B3osConnection> = {
  fields: {
    address: fieldSchema(readSavedAddress),
    label: z.string(),
    executionId: fieldSchema(readSavedWorkflowId),
  },
  key: ({ address, executionId }) => `${address} ${executionId}`,
};
