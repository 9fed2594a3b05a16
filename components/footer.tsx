import type { Timer } from '../lib/core/timer';
import { useNow, useUi } from './ui';

interface FooterProps {
  timer: Timer | null;
  isOld: boolean;
  isRefreshing: boolean;
  onRefresh(): void;
  onOptions(): void;
}

/** How old the picture is, and the two buttons. */
export function Footer({ timer, isOld, isRefreshing, onRefresh, onOptions }: FooterProps) {
  const { t } = useUi();
  return (
    <footer>
      <span class={isOld ? 'age old' : 'age'}>{timer && <Age timer={timer} />}</span>
      <button type="button" onClick={onRefresh} aria-disabled={isRefreshing}>
        {t(isRefreshing ? 'refreshing' : 'refresh')}
      </button>
      <button type="button" onClick={onOptions}>
        {t('options')}
      </button>
    </footer>
  );
}

function Age({ timer }: { timer: Timer }) {
  const { t, format } = useUi();
  const nowMs = useNow(1000, timer.answeredAtMs);
  const seconds = Math.max(0, Math.floor((nowMs - timer.answeredAtMs) / 1000));
  return <>{t('updated', format.ago(seconds))}</>;
}
