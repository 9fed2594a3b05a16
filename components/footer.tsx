import { useRef } from 'preact/hooks';
import { useEverySecond, useUi, writeText } from './ui';

interface FooterProps {
  /** When the last answer came, on the server's clock; null before the first. */
  answeredAtMs: number | null;
  isOld: boolean;
  isRefreshing: boolean;
  onRefresh(): void;
  onOptions(): void;
}

/** How old the picture is, and the two buttons. */
export function Footer(props: FooterProps) {
  const { answeredAtMs, isOld, isRefreshing, onRefresh, onOptions } = props;
  const { t } = useUi();
  return (
    <footer>
      <span class={isOld ? 'age old' : 'age'}>
        {answeredAtMs !== null && <Age answeredAtMs={answeredAtMs} />}
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
 * Up to a minute the age goes in such steps: an open popup asks every 15 s, and seconds that count up to there say nothing,
 * beside clocks that tick. It is a quarter of what ticking costs.
 */
const STEP_S = 5;

function Age({ answeredAtMs }: { answeredAtMs: number }) {
  const { t, format, now } = useUi();
  const element = useRef<HTMLSpanElement>(null);
  const text = () => {
    const steps = Math.floor((now() - answeredAtMs) / 1000 / STEP_S);
    return t('updated', format.ago(Math.max(0, steps * STEP_S)));
  };
  useEverySecond(true, () => writeText(element.current, text()));
  return <span ref={element}>{text()}</span>;
}
