import { HISTORY_MONTHS, keptMonths, type Preferences } from '../../lib/core/settings/preferences';
import type { TextKey } from '../../lib/core/texts';
import { useConfirm } from '../confirm-dialog';
import {
  DeleteHistory,
  type DeleteHistoryProps,
  type HistoryCount,
  lostHistory,
} from '../delete-history';
import { type Message, MessageLine } from '../message-line';
import { useUi } from '../ui';
import { Choice } from './field';
import { useManaged } from './managed';

const MONTHS_TEXTS: Record<(typeof HISTORY_MONTHS)[number], TextKey> = {
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
  /** How much is older than these months. */
  countOlder(months: number): Promise<HistoryCount>;
  onChange(preferences: Preferences): void;
}

/** How long the history is kept, and what ends it. */
export function HistorySection(props: HistorySectionProps) {
  const { preferences, count, countOlder, problem, message, onChange, onDelete } = props;
  const { t } = useUi();
  const { ask, dialog } = useConfirm();
  const { historyMonths: allowed } = useManaged();
  const isLimited = allowed.length < HISTORY_MONTHS.length;
  /** What is older goes with the next answer, so this asks first. */
  const choose = async (historyMonths: (typeof HISTORY_MONTHS)[number]) => {
    const chosen = { ...preferences, historyMonths };
    const months = keptMonths(chosen);
    if (months === null) return onChange(chosen);
    const older = await countOlder(months);
    if (older !== null && older.days + older.sessions === 0) return onChange(chosen);
    ask({
      title: t('deleteOlderOf'),
      text: lostHistory(t, older),
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
