import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ConnectionFields } from '../../../../components/options/connection-fields';
import { drawn } from '../../../support/examples/drawn';

const OTHERS = [
  h('section', { key: 'other' }, h('input', { id: 'elsewhere' })),
  h('form', { key: 'second' }, h('input', { id: 'second' })),
];

/** On the welcome page, in a list, with a place to paste into; on the options page, in a section. */
const fields = (errors: { token?: string } = {}, keepsFocus = false) =>
  h('main', {}, [
    ...OTHERS,
    h('li', { key: 'step' }, [
      h('textarea', { key: 'paste', id: 'paste' }),
      h('form', { key: 'form' }, [
        h('button', { key: 'save', id: 'save' }),
        h(ConnectionFields, {
          key: 'fields',
          prefix: 'olie',
          fields: [{ name: 'token', label: 'Token' }],
          form: { token: '' },
          errors,
          keepsFocus,
          onInput: vi.fn(),
          onPasted: () => false,
        }),
      ]),
    ]),
  ]);

/** What gives the field with an error the focus, if that element has it when the error comes. */
async function focusFrom(from: string) {
  const { page, redraw } = await drawn(fields());
  const focus = vi.fn();
  Object.assign(page.querySelector('#olie-token') ?? {}, { focus });
  // The fake page has no focus of its own.
  Object.defineProperty(page, 'activeElement', {
    value: page.querySelector(from),
    configurable: true,
  });
  return { redraw, focus };
}

/** Is that field given the focus, if that element has it when the error comes? */
async function isFocusTaken(from: string, keepsFocus = false) {
  const { redraw, focus } = await focusFrom(from);
  await redraw(fields({ token: 'It was refused.' }, keepsFocus));
  return focus.mock.calls.length > 0;
}

test.each(['#save', '#paste', 'body'])('the first error takes the focus from %s', async (from) => {
  expect(await isFocusTaken(from)).toBe(true);
});

test.each(['#elsewhere', '#second'])('who types in %s goes on there', async (from) => {
  expect(await isFocusTaken(from)).toBe(false);
});

test('who has gone on in the same form meanwhile goes on there', async () => {
  expect(await isFocusTaken('#save', true)).toBe(false);
});

test('an error that is true again takes no focus a second time', async () => {
  const { redraw, focus } = await focusFrom('body');
  const errors = { token: 'It was refused.' };
  await redraw(fields(errors));
  await redraw(fields());
  await redraw(fields(errors));
  expect(focus).toHaveBeenCalledOnce();
});
