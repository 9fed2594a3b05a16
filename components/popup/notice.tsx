import { FAILURE_TEXTS, type Failure } from '../../lib/core/feeds/failure';
import type { Zone } from '../../lib/core/time/time-zone';
import { Moment } from '../moment';
import { Sentence } from '../sentence';
import { useUi } from '../ui';

interface NoticeProps {
  service: string;
  failure: Failure;
  /** By the server's clock. Null if none is planned. */
  nextTryMs: number | null;
  zone: Zone;
  onAllow(): void;
  onOptions(): void;
  onRetry(): void;
}

/** What went wrong, and what helps or when the next try comes. */
export function Notice({ service, failure, nextTryMs, zone, ...actions }: NoticeProps) {
  const { t } = useUi();
  const { onAllow, onOptions, onRetry } = actions;
  const { text, remedy } = FAILURE_TEXTS[failure.kind];
  const { message } = failure;
  return (
    <div class={remedy === null ? 'notice' : 'notice alert'}>
      <p>
        {t(text, service)}
        {message !== null && (
          <span class="message">
            <Sentence text="serviceSays" parts={[service, <bdi key="message">{message}</bdi>]} />
          </span>
        )}
        {nextTryMs !== null && (
          <span class="message">
            <Sentence text="nextTry" parts={[<Moment key="next" atMs={nextTryMs} zone={zone} />]} />
          </span>
        )}
      </p>
      {remedy === 'options' && (
        <div class="remedies">
          <button type="button" class="primary" onClick={onOptions}>
            {t('openOptions')}
          </button>
          <button type="button" onClick={onRetry}>
            {t('tryAgain')}
          </button>
        </div>
      )}
      {remedy === 'allow' && (
        <button type="button" class="primary" onClick={onAllow}>
          {t('allowAccess')}
        </button>
      )}
    </div>
  );
}
