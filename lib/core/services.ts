import { kind as b3os, backup as b3osBackup } from './b3os/b3os';
import type { BackupKind } from './feeds/backup-kind';
import type { FeedKind } from './feeds/feed-kind';
import { kind as olie, backup as olieBackup } from './olie/olie';
import { kind as zaia, backup as zaiaBackup } from './zaia/zaia';

/** The services, in the order in which pages show them. */
const feedKinds: FeedKind[] = [olie, b3os, zaia];
export const backupKinds: BackupKind[] = [olieBackup, b3osBackup, zaiaBackup];

const kinds = new Map(feedKinds.map((kind) => [kind.kind, kind]));

/** The kind of that name, or undefined where this version knows none. */
export function feedKind(name: string): FeedKind | undefined {
  return kinds.get(name);
}

/** The kinds of those names, as their sections stand. */
export function inOrder(names: string[]): string[] {
  return feedKinds.map(({ kind }) => kind).filter((kind) => names.includes(kind));
}
