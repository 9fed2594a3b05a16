import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ServiceCard } from '../../../../components/options/service-card';
import { drawn } from '../../../support/examples/drawn';

const card = (names: string[]) =>
  h(ServiceCard, {
    id: 'workflows',
    title: 'Workflows',
    status: { text: `${names.length} watched`, tone: 'waiting' },
    isOpenAtFirst: true,
    children: names.map((name) => h('button', { key: name, type: 'button' }, name)),
  });

/** A card whose second button has the focus. */
async function focused() {
  const { page, redraw } = await drawn(card(['one', 'two']));
  const focus = vi.fn();
  Object.assign(page.querySelector('summary') ?? {}, { focus });
  const button = page.querySelectorAll('button')[1];
  // The fake page has no focus of its own.
  const give = (element: Element | undefined) =>
    Object.defineProperty(page, 'activeElement', { value: element, configurable: true });
  give(button);
  page.querySelector('section')?.dispatchEvent(new window.Event('focusin'));
  return { page, redraw, give, focus };
}

test('if the button that has the focus goes, the title of the card gets it', async () => {
  const { page, redraw, give, focus } = await focused();
  // As browsers do.
  give(page.body);
  await redraw(card(['one']));
  expect(focus).toHaveBeenCalledOnce();
  await redraw(card([]));
  expect(focus).toHaveBeenCalledOnce();
});

test('the focus stays where it is if something else goes, or the user has gone elsewhere', async () => {
  const { page, redraw, give, focus } = await focused();
  await redraw(card(['two']));
  give(page.createElement('input'));
  await redraw(card([]));
  expect(focus).not.toHaveBeenCalled();
});
