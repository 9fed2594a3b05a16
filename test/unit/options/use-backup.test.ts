import { h } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { BackupSection } from '../../../components/options/backup-section';
import { useBackup } from '../../../entrypoints/options/use-backup';
import { writeBackup } from '../../../lib/core/settings/backup';
import { parseManaged } from '../../../lib/core/settings/managed';
import { drawn } from '../../support/examples/drawn';
import { connected } from '../../support/examples/example-settings';
import { textsOf } from '../../support/examples/texts';

const t = textsOf('en');
const MANAGED = parseManaged({});
const FILE = new File([writeBackup(connected, [], {})], 'settings.json');

test('what is still to do after an import is said as it is now', async () => {
  let choose = (_: File) => {};
  const Backup = ({ count }: { count: number }) => {
    const facts = { managed: MANAGED, waiting: count, losses: async () => null };
    const { plan, ...backup } = useBackup(facts, async () => true);
    choose = backup.onFile;
    return h(BackupSection, { ...backup, plan });
  };
  const { text, press, redraw } = await drawn(h(Backup, { count: 0 }));
  await act(async () => choose(FILE));
  await expect.poll(text).toContain(t('importChanges'));
  await press(t('importNow'));
  await redraw(h(Backup, { count: 3 }));
  await expect.poll(text).toContain(t('importedToDo', '3'));
  await redraw(h(Backup, { count: 1 }));
  expect(text()).toContain(t('importedToDo', '1'));
  await redraw(h(Backup, { count: 0 }));
  expect(text()).toContain(t('imported'));
  expect(text()).not.toContain(t('importedToDo', '0'));
});
