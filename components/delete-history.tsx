import type { Translate } from '../lib/core/texts';
import { useConfirm } from './confirm-dialog';
import { useUi } from './ui';

/** How much of the history; null if the browser does not tell. */
export type HistoryCount = { days: number; sessions: number } | null;

export interface DeleteHistoryProps {
  /** How much there is now. */
  count(): Promise<HistoryCount>;
  onDelete(): void;
}

/** What a dialog says before some of the history goes. */
export function lostHistory(t: Translate, count: HistoryCount): string {
  const { days, sessions } = count ?? { days: '?', sessions: '?' };
  return t('deleteHistoryLoses', String(days), String(sessions));
}

/** A button that asks first, and says how much goes. */
export function DeleteHistory({ count, onDelete }: DeleteHistoryProps) {
  const { t } = useUi();
  const { ask, dialog } = useConfirm();
  const askToDelete = async () => {
    ask({
      title: t('deleteHistoryOf'),
      text: lostHistory(t, await count()),
      action: t('deleteHistory'),
      onConfirm: onDelete,
    });
  };
  return (
    <>
      <button type="button" onClick={askToDelete}>
        {t('deleteHistory')}
      </button>
      {dialog}
    </>
  );
}
