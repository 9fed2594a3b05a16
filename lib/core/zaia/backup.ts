import type { BackupRules } from '../feeds/backup-rules';
import { fieldSchema, readSavedAddress, readSavedId } from '../feeds/field-readers';
import type { TextKey } from '../texts';
import * as z from '../zod';
import { readResponderId } from './agent-runs';
import { MOST_FOLLOWED } from './followed';
import { RUNS_SHOWN, type ZaiaConnection } from './zaia';

/** As a backup file may have them. By hand: zod's own check of a length takes 0.3 kB of the background. */
const followedIds = z.pipe(
  z.rows(fieldSchema(readSavedId)),
  z.transform((ids, { issues }) => {
    const message: TextKey = 'tooManyFollowed';
    if (ids.length > MOST_FOLLOWED) issues.push({ code: 'custom', message, input: ids });
    return ids;
  }),
);

export const zaiaBackup: BackupRules<ZaiaConnection> = {
  fields: {
    address: fieldSchema(readSavedAddress),
    responderIds: z.rows(fieldSchema(readResponderId)),
    show: z.literal(RUNS_SHOWN),
    followed: z.optional(followedIds),
  },
};
