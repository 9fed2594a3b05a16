import { FAILURE_TEXTS, type Failure, REMEDIES } from '../../lib/core/feeds/failure';
import type { TextKey } from '../../lib/core/texts';
import type { Zone } from '../../lib/core/time/time-zone';
import { Moment } from '../moment';
import { Sentence } from '../sentence';
import { useUi } from '../ui';
import { PassingButton } from './passing-button';

interface NoticeProps {
  service: string;
  failure: Failure;
  /** Until when the service wants to be left alone, by the server's clock. Null if it does not. */
  pausedUntilMs: number | null;
  /** By the server's clock. Null if none is planned. */
  nextTryMs: number | null;
  zone: Zone;
  onAllow(): void;
  onOptions(): void;
  onRetry(): void;
}

/** What went wrong, and what helps or when the next try comes. */
export function Notice({ service, failure, zone, ...rest }: NoticeProps) {
  const { t } = useUi();
  const { pausedUntilMs, nextTryMs, onAllow, onOptions, onRetry } = rest;
  const remedy = REMEDIES[failure.kind];
  const { message } = failure;
  return (
    <div class={remedy === undefined ? 'notice' : 'notice alert'}>
      <p>
        {t(FAILURE_TEXTS[failure.kind], service)}
        {message !== null && (
          <span class="message">
            <Sentence text="serviceSays" parts={[service, <bdi key="message">{message}</bdi>]} />
          </span>
        )}
        {pausedUntilMs !== null && <Timed text="pausedUntil" atMs={pausedUntilMs} zone={zone} />}
        {nextTryMs !== null && <Timed text="nextTry" atMs={nextTryMs} zone={zone} />}
      </p>
      {remedy === 'options' && (
        <div class="remedies">
          <button type="button" class="primary" onClick={onOptions}>
            {t('openOptions')}
          </button>
          <PassingButton onClick={onRetry}>{t('tryAgain')}</PassingButton>
        </div>
      )}
      {remedy === 'allow' && (
        <PassingButton class="primary" onClick={onAllow}>
          {t('allowAccess')}
        </PassingButton>
      )}
    </div>
  );
}

/** A line with a time of day in it. */
function Timed({ text, ...moment }: { text: TextKey; atMs: number; zone: Zone }) {
  return (
    <span class="message">
      <Sentence text={text} parts={[<Moment key="at" {...moment} />]} />
    </span>
  );
}
