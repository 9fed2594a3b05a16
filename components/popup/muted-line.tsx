import { MutedUntil } from '../muted-until';
import { useUi } from '../ui';
import { PassingButton } from './passing-button';

interface MutedLineProps {
  untilMs: number;
  nowMs: number;
  /** The browser's, as an IANA name. */
  timeZone: string;
  onUnmute(): void;
}

/** Says that nothing reminds at the moment, and ends that. */
export function MutedLine({ onUnmute, ...times }: MutedLineProps) {
  const { t } = useUi();
  return (
    <div class="muted">
      <span>
        <MutedUntil {...times} />
      </span>
      <PassingButton onClick={onUnmute}>{t('unmute')}</PassingButton>
    </div>
  );
}
