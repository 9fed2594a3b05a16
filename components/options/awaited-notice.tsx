import { useUi } from '../ui';

interface AwaitedNoticeProps {
  /** Another saved connection stays in use until then. */
  isMeanwhile: boolean;
  onRemove(): void;
}

/** Says that an imported connection needs its token. */
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
