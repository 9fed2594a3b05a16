import { useState } from 'preact/hooks';
import type { TextKey } from '../lib/core/texts';
import { useUi } from './ui';

interface CopyTextProps {
  /** What the button puts on the clipboard. */
  text: string;
  /** What it is, such as "Run ID": a page may have many of these buttons. */
  label: string;
}

/** A button that copies a text, and says that it did. */
export function CopyText({ text, label }: CopyTextProps) {
  const { t } = useUi();
  const [outcome, setOutcome] = useState<TextKey | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      // The browser's own policy may forbid it.
      () => setOutcome('notCopied'),
    );
  return (
    <span class="copy">
      <button type="button" aria-label={t('copyOf', label)} onClick={copy}>
        {t('copy')}
      </button>
      <span role="status">{outcome !== null && t(outcome)}</span>
    </span>
  );
}
