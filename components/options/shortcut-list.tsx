import type { TextKey } from '../../lib/core/texts';
import type { Shortcut } from '../../lib/core/toolbar/shortcut';
import { MessageLine } from '../message-line';
import { useUi } from '../ui';

const TEXTS: Record<Shortcut['name'], TextKey> = {
  _execute_action: 'openPopup',
  'side-panel': 'openSidePanel',
  refresh: 'refresh',
  'copy-summary': 'copyToday',
};

interface ShortcutListProps {
  shortcuts: Shortcut[];
  /** The browser did not open its page. */
  isRefused?: boolean;
  onChange(): void;
}

/** What can be done by a key, and which key it is. Only the browser changes them. */
export function ShortcutList({ shortcuts, isRefused = false, onChange }: ShortcutListProps) {
  const { t } = useUi();
  return (
    <>
      <div class="row">
        <h3>{t('shortcuts')}</h3>
        <button type="button" onClick={onChange}>
          {t('changeShortcuts')}
        </button>
      </div>
      <MessageLine message={isRefused ? { tone: 'bad', text: t('shortcutsNotOpened') } : null} />
      <dl class="shortcuts">
        {shortcuts.map(({ name, key }) => (
          <div key={name}>
            <dt>{t(TEXTS[name])}</dt>
            <dd>{key === '' ? <span class="hint">{t('noKey')}</span> : <kbd>{key}</kbd>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
