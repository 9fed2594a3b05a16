import { useUi } from '../ui';

export function Welcome({ problem, onOptions }: { problem: string | null; onOptions(): void }) {
  const { t } = useUi();
  return (
    <main class="welcome">
      <img src="/icons/48.png" alt="" width={48} height={48} />
      <h1>{t('welcomeTitle')}</h1>
      <p>{problem ?? t('welcomeText')}</p>
      <button type="button" class="primary" onClick={onOptions}>
        {t('connectOlie')}
      </button>
    </main>
  );
}
