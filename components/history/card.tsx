import type { ComponentChildren } from 'preact';
import type { TextKey } from '../../lib/core/texts';
import { useUi } from '../ui';

/** A number with its name. */
export function Card({ caption, children }: { caption: TextKey; children: ComponentChildren }) {
  const { t } = useUi();
  return (
    <div class="card">
      <dt id={`card-${caption}`}>{t(caption)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
