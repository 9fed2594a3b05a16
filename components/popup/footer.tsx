import { useRef } from 'preact/hooks';
import { useEverySecond, useUi, writeText } from '../ui';

interface FooterProps {
  /** By the server's clock. Null before the first answer. */
  answeredAtMs: number | null;
  isOld: boolean;
  isRefreshing: boolean;
  onRefresh(): void;
  onOptions(): void;
  /** Null: there is no side panel to open. */
  onSidePanel: (() => void) | null;
}

export function Footer(props: FooterProps) {
  const { answeredAtMs, isOld, isRefreshing, onRefresh, onOptions, onSidePanel } = props;
  const { t } = useUi();
  return (
    <footer>
      <span class="age">
        {answeredAtMs !== null && <Age answeredAtMs={answeredAtMs} isOld={isOld} />}
      </span>
      {onSidePanel && (
        <button type="button" class="panel" title={t('openSidePanel')} onClick={onSidePanel}>
          <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
            <path d="M2.5 3h11v10h-11zM9.5 3v10" />
          </svg>
        </button>
      )}
      <button id="refresh" type="button" onClick={onRefresh} aria-disabled={isRefreshing}>
        {t(isRefreshing ? 'refreshing' : 'refresh')}
      </button>
      <button type="button" onClick={onOptions}>
        {t('options')}
      </button>
    </footer>
  );
}

/**
 * Longer than the 15 s between two requests of an open popup, so the age stays still while answers come.
 */
const STEP_S = 20;

function Age({ answeredAtMs, isOld }: { answeredAtMs: number; isOld: boolean }) {
  const { t, format, now } = useUi();
  const element = useRef<HTMLSpanElement>(null);
  const stepS = isOld ? 1 : STEP_S;
  const count = () => Math.max(0, Math.floor((now() - answeredAtMs) / 1000 / stepS)) * stepS;
  const text = (seconds: number) => t('updated', format.ago(seconds));
  useEverySecond(true, count, (seconds) => writeText(element.current, text(seconds)));
  return <span ref={element}>{text(count())}</span>;
}
