import {
  type Preferences,
  SHEET_MARKS,
  SHEET_ROUNDINGS,
} from '../../lib/core/settings/preferences';
import type { TextKey } from '../../lib/core/texts';
import { DeleteHistory, type DeleteHistoryProps } from '../delete-history';
import { FileInput } from '../file-input';
import type { Message } from '../message-line';
import { useUi } from '../ui';

export interface OutSectionProps extends DeleteHistoryProps {
  preferences: Preferences;
  message: Message | null;
  onPreferences(changed: Partial<Preferences>): void;
  onJson(): void;
  onImport(file: File): void;
}

const MARKS_TEXTS: Record<(typeof SHEET_MARKS)[number], TextKey> = {
  semicolon: 'marksSemicolon',
  comma: 'marksComma',
  tab: 'marksTab',
};

/** How a sheet is written, and the whole history: export, import, deletion. */
export function OutSection(props: OutSectionProps) {
  const { preferences, count, onPreferences, onJson, onImport, onDelete } = props;
  const { t } = useUi();
  return (
    <section class="out" aria-labelledby="out-title">
      <h2 id="out-title">{t('takeAlong')}</h2>
      <p class="hint">{t('takeAlongHint')}</p>
      <div class="choices">
        <label>
          {t('sheetMarks')}{' '}
          <select
            value={preferences.sheetMarks ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onPreferences({ sheetMarks: SHEET_MARKS.find((one) => one === value) })
            }
          >
            <option value="">{t('asTheLanguage')}</option>
            {SHEET_MARKS.map((marks) => (
              <option key={marks} value={marks}>
                {t(MARKS_TEXTS[marks])}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('sheetRounding')}{' '}
          <select
            value={preferences.sheetRoundingMin ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onPreferences({
                sheetRoundingMin: SHEET_ROUNDINGS.find((one) => String(one) === value),
              })
            }
          >
            <option value="">{t('noRounding')}</option>
            {SHEET_ROUNDINGS.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('roundedTo', String(minutes))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="buttons">
        <button type="button" onClick={onJson}>
          {t('exportJson')}
        </button>
        <ImportButton onImport={onImport} />
        <DeleteHistory count={count} onDelete={onDelete} />
      </div>
    </section>
  );
}

/** A button: the browser's own field for a file cannot be named. */
function ImportButton({ onImport }: Pick<OutSectionProps, 'onImport'>) {
  const { t } = useUi();
  return (
    <>
      <button type="button" onClick={() => document.getElementById('history-file')?.click()}>
        {t('importHistory')}
      </button>
      <FileInput id="history-file" hidden onFile={onImport} />
    </>
  );
}
