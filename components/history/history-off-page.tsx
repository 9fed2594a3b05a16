import { useUi } from '../ui';

/** Stands in the place of the history page if the organization keeps no history. */
export function HistoryOffPage({ onOptions }: { onOptions(): void }) {
  const { t } = useUi();
  return (
    <main>
      <section class="empty">
        <h1>{t('history')}</h1>
        <p>{t('historyOff')}</p>
        <button type="button" onClick={onOptions}>
          {t('options')}
        </button>
      </section>
    </main>
  );
}
