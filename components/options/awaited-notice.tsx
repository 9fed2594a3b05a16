import { useUi } from '../ui';

interface AwaitedNoticeProps {
  /** Another connection of the service is saved, and goes on meanwhile. */
  isMeanwhile: boolean;
  onRemove(): void;
}

/** Says that what stands in the form was imported and waits for its token, and lets the user do without it. */
export function AwaitedNotice({ isMeanwhile, onRemove }: AwaitedNoticeProps) {
  const { t } = useUi();
  return (
    <div class="notice">
      <p>{t(isMeanwhile ? 'needsTokenMeanwhile' : 'needsToken')}</p>
      <div class="buttons">
        <button type="button" onClick={onRemove}>
          {t('removeImported')}
        </button>
      </div>
    </div>
  );
}
