import { useRef } from 'preact/hooks';
import { useEverySecond, useUi, writeText } from '../ui';

interface FooterProps {
  /** When the last answer came, by the server's clock. Null before the first. */
  answeredAtMs: number | null;
  isOld: boolean;
  isRefreshing: boolean;
  onRefresh(): void;
  onOptions(): void;
}

/** The age of the last answer, and two buttons. */
export function Footer(props: FooterProps) {
  const { answeredAtMs, isOld, isRefreshing, onRefresh, onOptions } = props;
  const { t } = useUi();
  return (
    <footer>
      <span class={isOld ? 'age old' : 'age'}>
        {answeredAtMs !== null && <Age answeredAtMs={answeredAtMs} isOld={isOld} />}
      </span>
      <button type="button" onClick={onRefresh} aria-disabled={isRefreshing}>
        {t(isRefreshing ? 'refreshing' : 'refresh')}
      </button>
      <button type="button" onClick={onOptions}>
        {t('options')}
      </button>
    </footer>
  );
}

/**
 * Steps of the age in its first minute. An open popup asks every 15 s, so the age stays still as long as answers come.
 * Once the answer is old, the age goes by the second.
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
