import { useConfirm } from './confirm-dialog';
import { useUi } from './ui';

export interface DeleteHistoryProps {
  /** How much there is now; null if the browser does not tell. */
  count(): Promise<{ days: number; sessions: number } | null>;
  onDelete(): void;
}

/** A button that asks first, and says how much goes. */
export function DeleteHistory({ count, onDelete }: DeleteHistoryProps) {
  const { t } = useUi();
  const { ask, dialog } = useConfirm();
  const askToDelete = async () => {
    const { days, sessions } = (await count()) ?? { days: '?', sessions: '?' };
    ask({
      title: t('deleteHistoryOf'),
      text: t('deleteHistoryLoses', String(days), String(sessions)),
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
