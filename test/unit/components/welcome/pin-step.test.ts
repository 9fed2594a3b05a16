import { h } from 'preact';
import { expect, test } from 'vitest';
import { PinStep, type ToolbarKind } from '../../../../components/welcome/pin-step';
import { drawn } from '../../../support/examples/drawn';

test.each<[ToolbarKind, RegExp, number]>([
  ['chrome', /puzzle piece .*, then the pin beside Olie Timer/, 2],
  ['edge', /puzzle piece .*, then the eye beside Olie Timer/, 2],
  // Its button is there already.
  ['firefox', /^2 .*Firefox has put the button beside the address bar/, 1],
])(
  'in %s, the step says and draws how the button comes on the toolbar',
  async (kind, says, signs) => {
    const { page, text } = await drawn(h(PinStep, { kind, isPinned: false }));
    expect(text()).toMatch(says);
    expect(page.querySelectorAll('.toolbar svg')).toHaveLength(signs);
  },
);

test('the eye of Edge is another sign than the pin of Chrome', async () => {
  const signIn = async (kind: ToolbarKind) => {
    const { page } = await drawn(h(PinStep, { kind, isPinned: null }));
    return page.querySelector('.menu path')?.getAttribute('d');
  };
  const [pin, eye] = [await signIn('chrome'), await signIn('edge')];
  expect(eye).toMatch(/^M/);
  expect(eye).not.toBe(pin);
});

test('once it is there, nothing is drawn', async () => {
  const { page, text } = await drawn(h(PinStep, { kind: 'edge', isPinned: true }));
  expect(text()).toContain('The button is on the toolbar.');
  expect(page.querySelector('.toolbar')).toBeNull();
});
