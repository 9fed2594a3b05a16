import type { TextKey } from '../../lib/core/texts';
import { useUi } from '../ui';
import { PassingButton } from './passing-button';

interface CopyLineProps {
  /** What became of it. */
  outcome: 'copied' | 'refused' | 'nothing';
  onCopy(): void;
}

const TEXTS: Record<CopyLineProps['outcome'], TextKey> = {
  copied: 'copiedToday',
  refused: 'copyTodayYourself',
  nothing: 'nothingToCopy',
};

/** Says what became of copying today's summary. */
export function CopyLine({ outcome, onCopy }: CopyLineProps) {
  const { t } = useUi();
  return (
    <div class="muted">
      <span role="status">{t(TEXTS[outcome])}</span>
      {outcome === 'refused' && <PassingButton onClick={onCopy}>{t('copy')}</PassingButton>}
    </div>
  );
}
