import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { BackupSection } from '../../../../components/options/backup-section';
import { drawn } from '../../../support/examples/drawn';
import { textsOf } from '../../../support/examples/texts';

const t = textsOf('en');

test.each(['importNow', 'cancel'] as const)(
  'after %s, whose buttons go, the field for a file has the focus',
  async (key) => {
    const [onImport, onCancel, focus] = [vi.fn(), vi.fn(), vi.fn()];
    const { page, press } = await drawn(
      h(BackupSection, {
        error: undefined,
        message: undefined,
        plan: { connections: [], arePreferencesChanged: true },
        onExport: vi.fn(),
        onFile: vi.fn(),
        onImport,
        onCancel,
      }),
    );
    Object.assign(page.querySelector('#backup-file') ?? {}, { focus });
    await press(t(key));
    expect(focus).toHaveBeenCalledOnce();
    expect([onImport, onCancel].map(({ mock }) => mock.calls.length)).toEqual(
      key === 'importNow' ? [1, 0] : [0, 1],
    );
  },
);
