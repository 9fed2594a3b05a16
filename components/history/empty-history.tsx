import { useUi } from '../ui';

interface EmptyHistoryProps {
  isConnected: boolean;
  onOptions(): void;
}

/** What will appear here, and when. */
export function EmptyHistory({ isConnected, onOptions }: EmptyHistoryProps) {
  const { t } = useUi();
  return (
    <section class="empty">
      <h1>{t('historyEmpty')}</h1>
      <p>{t('historyWill')}</p>
      {isConnected ? (
        <p>{t('historySoon')}</p>
      ) : (
        <>
          <p>{t('historyConnect')}</p>
          <button type="button" class="primary" onClick={onOptions}>
            {t('connectOlie')}
          </button>
        </>
      )}
    </section>
  );
}
