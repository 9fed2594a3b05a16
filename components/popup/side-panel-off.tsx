import { useUi } from '../ui';

/** In place of the side panel, where it is switched off. */
export function SidePanelOff({ onOptions }: { onOptions(): void }) {
  const { t } = useUi();
  return (
    <main class="welcome">
      <h1>{t('sidePanel')}</h1>
      <p>{t('sidePanelOff')}</p>
      <button type="button" class="primary" onClick={onOptions}>
        {t('openOptions')}
      </button>
    </main>
  );
}
