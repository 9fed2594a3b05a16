import { h } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { WorkflowsSection } from '../../../entrypoints/options/b3os/section';
import type { SectionProps } from '../../../entrypoints/options/section';
import { failure } from '../../../lib/core/feeds/failure';
import type { Connection } from '../../../lib/core/settings/settings';
import { NO_STATE, type State } from '../../../lib/core/state/state';
import { drawn } from '../../support/examples/drawn';
import { workflow as known, workflowFeed } from '../../support/examples/example-feed';
import { connected, workflow } from '../../support/examples/example-settings';
import { textsOf } from '../../support/examples/texts';

const t = textsOf('en');

const page: SectionProps = {
  settings: { ...connected, connections: [] },
  state: NO_STATE,
  awaiting: [],
  forget: async () => true,
  connect: async () => null,
  disconnect: async () => true,
};

/** The form while two imports wait for their tokens, one of which fills it. */
async function imported(forget: SectionProps['forget']) {
  const { id, token, apiKey, ...row } = workflow;
  const awaiting = [row, { ...row, label: 'Two', executionId: 'exe_2' }];
  const view = await drawn(h(WorkflowsSection, { ...page, awaiting, forget }));
  await view.press(t('editOf', workflow.label));
  const value = (field: string) => view.page.querySelector<HTMLInputElement>(field)?.value;
  const label = () => value('#workflow-label');
  expect(label()).toBe(workflow.label);
  return { ...view, label };
}

test('the form forgets an import that is removed', async () => {
  const { press, text, label } = await imported(async () => true);
  await press(t('removeOf', workflow.label));
  await expect.poll(text).toContain(t('workflowRemoved'));
  expect(label()).toBe('');
});

test('the form keeps one import while another one is removed', async () => {
  const { press, text, label } = await imported(async () => true);
  await press(t('removeOf', 'Two'));
  await expect.poll(text).toContain(t('workflowRemoved'));
  expect(label()).toBe(workflow.label);
});

test('an import that the browser keeps is said to be kept', async () => {
  const { press, text, label } = await imported(async () => false);
  await press(t('removeOf', workflow.label));
  await expect.poll(text).toContain(t('storageNotRead'));
  expect(label()).toBe(workflow.label);
});

test('nothing is said of a workflow that was removed in another tab', async () => {
  vi.spyOn(browser.permissions, 'request').mockImplementation(async () => true);
  const answered = (id: string): State => ({
    ...NO_STATE,
    feeds: [
      workflowFeed({ connectionId: id, data: known('workflow_running', { orderId: 'ord_3' }) }),
    ],
  });
  let id = '';
  const connect: SectionProps['connect'] = async (connection) => {
    ({ id } = connection);
    return answered(id);
  };
  const props = { ...page, settings: { ...connected, connections: [workflow] }, connect };
  const { press, submit, redraw, text } = await drawn(h(WorkflowsSection, props));
  await press(t('editOf', workflow.label));
  await submit();
  await expect.poll(() => id).not.toBe('');
  const connections = [{ ...workflow, id }];
  const saved = { ...props, settings: { ...connected, connections }, state: answered(id) };
  await redraw(h(WorkflowsSection, saved));
  await expect.poll(text).toContain(t('connected', 'ord_3'));
  await redraw(h(WorkflowsSection, page));
  expect(text()).not.toContain(t('connected', 'ord_3'));
});

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
      ...page,
      settings: { ...connected, connections: [first, second] },
      connect,
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

test.each([
  ['a watched workflow', 'label', { settings: { ...connected, connections: [workflow] } }],
  ['an import, which needs its token', 'token', { awaiting: [workflow] }],
])('whoever edits %s goes on in the form', async (_, field, known) => {
  const { page: shown, press } = await drawn(h(WorkflowsSection, { ...page, ...known }));
  const focus = vi.fn();
  Object.assign(shown.querySelector(`#workflow-${field}`) ?? {}, { focus });
  await press(t('editOf', workflow.label));
  expect(focus).toHaveBeenCalledOnce();
});

test('the client token of a workflow may be left empty while it is edited, but not one that was refused', async () => {
  const settings = { ...connected, connections: [workflow] };
  const { page: shown, ...view } = await drawn(h(WorkflowsSection, { ...page, settings }));
  const { press, redraw, text } = view;
  const dots = () => shown.querySelector('#workflow-token')?.getAttribute('placeholder');
  expect(text()).not.toContain(t('tokenSaved'));
  expect(dots()).toBeFalsy();
  await press(t('editOf', workflow.label));
  expect(text()).toContain(t('tokenSaved'));
  expect(dots()).toMatch(/^•+$/);
  const refused = workflowFeed({
    connectionId: workflow.id,
    failure: failure('token-refused'),
  });
  const state = { ...NO_STATE, feeds: [refused] };
  await redraw(h(WorkflowsSection, { ...page, settings, state }));
  // The API key, which is saved too, was not refused.
  expect(text().split(t('tokenSaved'))).toHaveLength(2);
});

test('an API key that a pasted request has brought is in sight', async () => {
  const { page: shown } = await drawn(h(WorkflowsSection, page));
  const advanced = () => shown.querySelector('form details')?.hasAttribute('open');
  expect(advanced()).toBe(false);
  const field = shown.querySelector<HTMLInputElement>('#workflow-executionId');
  await act(async () => {
    if (field) field.value = "curl https://api.b3os.org/v1/x -H 'Authorization: Bearer key_7'";
    field?.dispatchEvent(new window.Event('change'));
  });
  expect(shown.querySelector<HTMLInputElement>('#workflow-apiKey')?.value).toBe('key_7');
  expect(advanced()).toBe(true);
});
