import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ShortcutList } from '../../../../components/options/shortcut-list';
import { SHORTCUT_NAMES } from '../../../../lib/core/toolbar/shortcut';
import { drawn } from '../../../support/examples/drawn';
import { textOf } from '../../../support/examples/popup-markup';

test('each key is shown as the user has set it, and a button leads to where it is changed', async () => {
  const keys = ['Alt+Shift+O', '', 'Ctrl+Shift+U', ''];
  const shortcuts = SHORTCUT_NAMES.map((name, index) => ({ name, key: keys[index] ?? '' }));
  const onChange = vi.fn();
  const { page, press } = await drawn(h(ShortcutList, { shortcuts, onChange }));
  const rows = [...page.querySelectorAll('dl > div')].map(({ innerHTML }) =>
    textOf(innerHTML).trim(),
  );
  expect(rows).toEqual([
    'Open the popup Alt+Shift+O',
    'Open the side panel No key',
    'Refresh Ctrl+Shift+U',
    "Copy today's summary No key",
  ]);
  await press('Change');
  expect(onChange).toHaveBeenCalledOnce();
});
