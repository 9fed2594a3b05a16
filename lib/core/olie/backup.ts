import type { BackupRules } from '../feeds/backup-rules';
import { fieldSchema, readSavedAddress, readSavedId } from '../feeds/field-readers';
import type { OlieConnection } from './olie';

export const olieBackup: BackupRules<OlieConnection> = {
  fields: {
    address: fieldSchema(readSavedAddress),
    executionId: fieldSchema(readSavedId),
  },
};
