import { b3osBackup } from '../b3os/backup';
import type { BackupRules } from '../feeds/backup-rules';
import { olieBackup } from '../olie/backup';
import type { Kind } from '../services';
import { zaiaBackup } from '../zaia/backup';

/** What of each service may leave in a file. */
export const backupRules: Record<Kind, BackupRules> = {
  olie: olieBackup,
  b3os: b3osBackup,
  zaia: zaiaBackup,
};

/** The rules of that service; undefined if this version has none. */
export function backupRulesOf(kind: Kind): BackupRules;
export function backupRulesOf(kind: string): BackupRules | undefined;
export function backupRulesOf(kind: string): BackupRules | undefined {
  return Object.hasOwn(backupRules, kind) ? backupRules[kind as Kind] : undefined;
}
