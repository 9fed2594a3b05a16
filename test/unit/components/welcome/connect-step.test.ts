import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ConnectStep } from '../../../../components/welcome/connect-step';
import { drawn } from '../../../support/examples/drawn';
import { textsOf } from '../../../support/examples/texts';

const t = textsOf('en');

/** What the step says of the token, and whether the form has one that is saved. */
async function step(keepsToken: boolean) {
  const form = {
    ...{ form: { address: 'https://api.olie.ai', token: '', executionId: '' }, errors: {} },
    ...{ message: null, onInput: vi.fn(), onPasted: () => false, onSave: vi.fn() },
  };
  const { text } = await drawn(
    h(ConnectStep, {
      ...{ form, keepsToken, isConnected: false, status: { text: '', tone: 'bad' as const } },
      ...{ onAnything: () => false, onOther: vi.fn(), onOptions: vi.fn() },
    }),
  );
  return text();
}

test('whoever needs no new token is told so', async () => {
  expect(await step(true)).toContain(t('tokenSaved'));
  expect(await step(false)).toContain(t('tokenHint'));
});
