import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { WorkflowsSection } from '../../../entrypoints/options/b3os/section';
import type { SectionProps } from '../../../entrypoints/options/section';
import type { Connection } from '../../../lib/core/settings/settings';
import { NO_STATE, type State } from '../../../lib/core/state/state';
import { drawn } from '../../support/examples/drawn';
import { connected, workflow } from '../../support/examples/example-settings';
import { textsOf } from '../../support/examples/texts';

const t = textsOf('en');

test('who turns to another workflow while one is saved edits that one', async () => {
  const first = { ...workflow, id: 'first', label: 'One', executionId: 'exe_1' };
  const second = { ...workflow, id: 'second', label: 'Two', executionId: 'exe_2' };
  vi.spyOn(browser.permissions, 'request').mockImplementation(async () => true);
  const saves: { connection: Connection; replacedId: string | null; end(state: State): void }[] =
    [];
  const connect: SectionProps['connect'] = (connection, replacedId) =>
    new Promise((end) => saves.push({ connection, replacedId, end }));
  const { press, submit } = await drawn(
    h(WorkflowsSection, {
      settings: { ...connected, connections: [first, second] },
      state: NO_STATE,
      awaiting: [],
      forget: async () => true,
      connect,
      disconnect: async () => true,
    }),
  );
  await press(t('editOf', 'One'));
  await submit();
  await expect.poll(() => saves.length).toBe(1);
  await press(t('editOf', 'Two'));
  saves[0]?.end(NO_STATE);
  await new Promise((resolve) => setTimeout(resolve, 10));
  await submit();
  await expect.poll(() => saves.length).toBe(2);
  expect(saves.map(({ replacedId }) => replacedId)).toEqual(['first', 'second']);
  expect(saves[1]?.connection).toMatchObject({ executionId: 'exe_2', token: second.token });
});
