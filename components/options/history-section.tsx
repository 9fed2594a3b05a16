import {
  HISTORY_MONTHS,
  type HistoryMonths,
  type Preferences,
} from '../../lib/core/settings/preferences';
import type { TextKey } from '../../lib/core/texts';
import { useConfirm } from '../confirm-dialog';
import { DeleteHistory, type DeleteHistoryProps } from '../delete-history';
import { type Message, MessageLine } from '../message-line';
import { useUi } from '../ui';
import { Choice } from './field';
import { useManaged } from './managed';

export const MONTHS_TEXTS: Record<HistoryMonths, TextKey> = {
  3: 'keep3Months',
  12: 'keep1Year',
  24: 'keep2Years',
  60: 'keep5Years',
  ever: 'keepForEver',
};

interface HistorySectionProps extends DeleteHistoryProps {
  preferences: Preferences;
  /** Why it cannot be read or written; null if it can. */
  problem: TextKey | null;
  message: Message | null;
  /** What these preferences would delete, in words; null for nothing. */
  losses(preferences: Preferences): Promise<string | null>;
  onChange(preferences: Preferences): void;
}

/** How long the history is kept, and what ends it. */
export function HistorySection(props: HistorySectionProps) {
  const { preferences, count, losses, problem, message, onChange, onDelete } = props;
  const { t } = useUi();
  const { ask, dialog } = useConfirm();
  const { historyMonths: allowed } = useManaged();
  const isLimited = allowed.length < HISTORY_MONTHS.length;
  /** What is older goes with the next answer, so this asks first. */
  const choose = async (historyMonths: HistoryMonths) => {
    const chosen = { ...preferences, historyMonths };
    const text = await losses(chosen);
    if (text === null) return onChange(chosen);
    ask({
      title: t('deleteOlderOf', t(MONTHS_TEXTS[historyMonths])),
      text,
      action: t('deleteOlder'),
      onConfirm: () => onChange(chosen),
    });
  };
  const end = (
    <>
      <div class="buttons">
        <DeleteHistory count={count} onDelete={onDelete} />
      </div>
      <MessageLine message={message} />
    </>
  );
  if (preferences.isHistoryOff) {
    return (
      <>
        <p class="notice">
          {t('historyOff')} {t('historyOffKept')}
        </p>
        {end}
      </>
    );
  }
  return (
    <>
      {problem !== null && <p class="notice">{t(problem)}</p>}
      <p class="hint">
        {t('historyHint')}{' '}
        <a href="/history.html" target="_blank" rel="noreferrer">
          {t('openHistory')}
        </a>
      </p>
      <Choice
        id="keep-history"
        label={t('keepHistory')}
        value={preferences.historyMonths ?? 24}
        options={allowed.map((value) => ({ value, label: t(MONTHS_TEXTS[value]) }))}
        hint={isLimited && t('historyNoLonger')}
        isManaged={allowed.length === 1}
        onChoose={choose}
      />
      {dialog}
      {end}
    </>
  );
}
