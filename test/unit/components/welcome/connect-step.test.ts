import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ConnectStep } from '../../../../components/welcome/connect-step';
import { drawn } from '../../../support/examples/drawn';
import { textsOf } from '../../../support/examples/texts';

const t = textsOf('en');

/** The first step of the page. */
function step({ keepsToken = false, isConnected = false, address = 'https://api.olie.ai' }) {
  const form = {
    ...{ form: { address, token: '', executionId: '' }, errors: {} },
    ...{ message: null, onInput: vi.fn(), onPasted: () => false, onSave: vi.fn() },
  };
  return h(ConnectStep, {
    ...{ form, keepsToken, isConnected, status: { text: '', tone: 'bad' as const } },
    ...{ onAnything: () => false, onOther: vi.fn(), onOptions: vi.fn() },
  });
}

test('whoever needs no new token is told so', async () => {
  const { text, redraw } = await drawn(step({ keepsToken: true }));
  expect(text()).toContain(t('tokenSaved'));
  await redraw(step({ keepsToken: false }));
  expect(text()).toContain(t('tokenHint'));
});

test('once it is connected, the button is gone, and the title of the step has its focus', async () => {
  const { page, redraw } = await drawn(step({}));
  const focus = vi.fn();
  Object.assign(page.querySelector('h2') ?? {}, { focus });
  // The fake page has no focus of its own.
  const give = (value: Element | null) =>
    Object.defineProperty(page, 'activeElement', { value, configurable: true });
  give(page.querySelector('[type="submit"]'));
  page.querySelector('.step')?.dispatchEvent(new window.Event('focusin'));
  give(page.body);
  await redraw(step({ isConnected: true }));
  expect(focus).toHaveBeenCalledOnce();
});

test('the field for an address stays while somebody types in it', async () => {
  const { page, redraw } = await drawn(step({}));
  const field = () => page.querySelector('#olie-address');
  expect(field()).toBeNull();
  await redraw(step({ address: 'https://api.olie.ai.example' }));
  await redraw(step({}));
  expect(field()).not.toBeNull();
});
