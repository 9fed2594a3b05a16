import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Change, ImportPlan } from '../../lib/core/settings/import-plan';
import type { HistoryMonths } from '../../lib/core/settings/preferences';
import type { TextKey } from '../../lib/core/texts';
import { FileInput } from '../file-input';
import { type Message, MessageLine } from '../message-line';
import { useUi } from '../ui';
import { MONTHS_TEXTS } from './history-section';

const CHANGE_TEXTS: Record<Change, TextKey> = {
  same: 'importSame',
  changed: 'importChanged',
  'needs-token': 'importNeedsToken',
  'not-allowed': 'importNotAllowed',
};

/** Days that are deleted because the file keeps the history for a shorter time. */
export interface ShorterHistory {
  kept: HistoryMonths;
  losses: string;
}

/** Of the field for a file. */
const FILE_ID = 'backup-file';

interface BackupSectionProps {
  /** Why the file was refused. */
  error: string | undefined;
  message: Message | undefined;
  /** Null if no file is chosen. */
  plan: ImportPlan | null;
  /** Left out or null if the file costs no day. */
  shorter?: ShorterHistory | null;
  onExport(): void;
  onFile(file: File): void;
  onImport(): void;
  onCancel(): void;
  children?: ComponentChildren;
}

export function BackupSection(props: BackupSectionProps) {
  const { error, message, plan, shorter, onExport, onFile, onImport, onCancel, children } = props;
  const { t } = useUi();
  return (
    <>
      <p class="hint">{t('backupHint')}</p>
      <div class="buttons">
        <button type="button" onClick={onExport}>
          {t('exportSettings')}
        </button>
      </div>
      <FileField error={error} onFile={onFile} />
      {plan !== null && <PlanView {...{ plan, shorter, onImport, onCancel }} />}
      <MessageLine message={message} />
      {children}
    </>
  );
}

function FileField({ error, onFile }: Pick<BackupSectionProps, 'error' | 'onFile'>) {
  const { t } = useUi();
  const describedBy =
    error === undefined ? 'backup-file-hint' : 'backup-file-error backup-file-hint';
  return (
    <div class="field">
      <label for={FILE_ID}>{t('importSettings')}</label>
      <FileInput
        id={FILE_ID}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy}
        onFile={onFile}
      />
      {error !== undefined && (
        <p id="backup-file-error" class="error" role="alert">
          {error}
        </p>
      )}
      <p id="backup-file-hint" class="hint">
        {t('importHint')}
      </p>
    </div>
  );
}

/** What an import will change. */
function PlanView(props: {
  plan: ImportPlan;
  shorter: ShorterHistory | null | undefined;
  onImport(): void;
  onCancel(): void;
}) {
  const { plan, shorter, onImport, onCancel } = props;
  const { t } = useUi();
  const heading = useRef<HTMLHeadingElement>(null);
  // For keyboards and screen readers.
  useEffect(() => heading.current?.focus(), [plan]);
  // These buttons go; the field for the next file stays.
  const leaving = (act: () => void) => () => {
    document.getElementById(FILE_ID)?.focus();
    act();
  };
  return (
    <div class="plan">
      <h3 ref={heading} tabIndex={-1}>
        {t('importChanges')}
      </h3>
      <ul class="entries">
        {plan.connections.map(({ service, name, place, change }) => (
          <li key={`${service} ${place} ${name}`}>
            <span class="name">
              {service}: <bdi>{name}</bdi>
            </span>
            <span class="hint">{t(CHANGE_TEXTS[change], place)}</span>
          </li>
        ))}
        <li>{t(plan.arePreferencesChanged ? 'importPreferences' : 'importPreferencesSame')}</li>
        {shorter && (
          <li>
            <span class="name">
              {t('keepHistory')}: {t(MONTHS_TEXTS[shorter.kept])}
            </span>
            <span class="hint">{shorter.losses}</span>
          </li>
        )}
      </ul>
      <div class="buttons">
        <button type="button" class="primary" onClick={leaving(onImport)}>
          {t('importNow')}
        </button>
        <button type="button" onClick={leaving(onCancel)}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
