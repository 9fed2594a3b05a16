import { useState } from 'preact/hooks';
import type { Message } from '../../components/message-line';
import type { ShorterHistory } from '../../components/options/backup-section';
import { useUi } from '../../components/ui';
import { loadAwaiting } from '../../lib/browser/awaiting-storage';
import { download } from '../../lib/browser/download';
import { orElse } from '../../lib/browser/or-else';
import { loadOwnPreferences } from '../../lib/browser/preferences-storage';
import { loadSettings } from '../../lib/browser/settings-storage';
import type { BackedUp } from '../../lib/core/feeds/backup-rules';
import type { Failure } from '../../lib/core/feeds/failure';
import {
  type Backup,
  LARGEST_BACKUP_BYTES,
  parseBackup,
  type Refusal,
  writeBackup,
} from '../../lib/core/settings/backup';
import {
  type ImportPlan,
  planImport,
  withImportedPreferences,
} from '../../lib/core/settings/import-plan';
import { isAllowed, type Managed, withManaged } from '../../lib/core/settings/managed';
import { DEFAULT_PREFERENCES, type Preferences } from '../../lib/core/settings/preferences';
import type { Ui } from '../../lib/core/ui';
import { whyNot } from './form-message';

const FILE_NAME = 'olie-timer-settings.json';

interface Said {
  error?: string;
  message?: Message;
  /** A file was imported: how much is still to do is said as it is now. */
  isImported?: true;
  /** Waits for *Import*. */
  read?: { backup: Backup; plan: ImportPlan; shorter: ShorterHistory | null };
}

interface BackupFacts {
  /** What the organization does not allow is left out. */
  managed: Managed;
  /** How many imported connections wait for their token. */
  waiting: number;
  /** What preferences would delete of the history, in words; null for nothing. */
  losses(preferences: Preferences): Promise<string | null>;
}

/**
 * Export and import: a file is read and shown first, and changes something only by *Import*.
 * @param importBackup gives true, or why not all is saved (`whyNot`)
 */
export function useBackup(
  { managed, waiting, losses }: BackupFacts,
  importBackup: (backup: Backup) => Promise<Failure | boolean>,
) {
  const ui = useUi();
  const { t } = ui;
  const [{ error, message, isImported, read }, setSaid] = useState<Said>({});

  const exportSettings = async () => {
    const [{ settings }, awaiting, preferences] = await loadAll();
    download(FILE_NAME, 'application/json', writeBackup(settings, awaiting, preferences ?? {}));
    setSaid({ message: { tone: 'good', text: t('exported', FILE_NAME) } });
  };

  const readFile = async (file: File) => {
    // One more byte shows that the file is too large.
    const bytes = await file.slice(0, LARGEST_BACKUP_BYTES + 1).arrayBuffer();
    const parsed = parseBackup(new Uint8Array(bytes));
    if (!parsed.ok) return setSaid({ error: refusalText(ui, parsed) });
    const [{ settings }, awaiting, preferences] = await loadAll();
    const preferred = preferences ?? DEFAULT_PREFERENCES;
    const mayImport = ({ kind, address }: BackedUp) => isAllowed(managed, kind, address);
    const planned = planImport(parsed.backup, settings, awaiting, preferred, mayImport);
    if (!planned.ok) return setSaid({ error: refusalText(ui, planned) });
    const connections = parsed.backup.connections.filter(mayImport);
    const shorter = await shorterBy(parsed.backup, preferred);
    setSaid({ read: { backup: { ...parsed.backup, connections }, plan: planned.plan, shorter } });
  };

  const shorterBy = async (backup: Backup, preferred: Preferences) => {
    const imported = withImportedPreferences(preferred, backup.preferences);
    const shown = withManaged(imported, managed);
    const text = await losses(shown);
    return text === null ? null : { kept: shown.historyMonths ?? 24, losses: text };
  };

  const importRead = async () => {
    if (read === undefined) return;
    setSaid({ message: { tone: 'busy', text: t('importing') } });
    const isDone = await importBackup(read.backup);
    if (isDone === true) return setSaid({ isImported: true });
    setSaid({ message: { tone: 'bad', text: t(whyNot(isDone)) } });
  };

  /** Whatever the browser refuses is said. */
  const saying = async (act: () => Promise<void>) => {
    const isDone = await orElse(() => act().then(() => true), false);
    if (!isDone) setSaid({ message: { tone: 'bad', text: t('storageNotRead') } });
  };

  const imported: Message = {
    tone: 'good',
    text: waiting === 0 ? t('imported') : t('importedToDo', String(waiting)),
  };
  return {
    error,
    message: isImported ? imported : message,
    plan: read?.plan ?? null,
    shorter: read?.shorter ?? null,
    onExport: () => saying(exportSettings),
    onFile: (file: File) => saying(() => readFile(file)),
    onImport: () => saying(importRead),
    onCancel: () => setSaid({}),
  };
}

function loadAll() {
  return Promise.all([loadSettings(), loadAwaiting(), loadOwnPreferences()]);
}

function refusalText({ t }: Ui, { text, part, reason }: Refusal): string {
  return [t(text, part), reason && t(reason)].filter(Boolean).join(' ');
}
