/** What a click in the tests of browsers makes of an error (test/support/browsers/click.ts). */
import type { ElementHandle } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { click } from '../../support/browsers/click.ts';

/** An element that does not move, and whose click ends with this error. */
const elementThatSays = (message: string) => {
  const gone = () => Promise.reject(new Error('the page is gone'));
  const element: Partial<ElementHandle> = {
    evaluate: (() => Promise.resolve(true)) as unknown as ElementHandle['evaluate'],
    evaluateHandle: (() =>
      Promise.resolve({ evaluate: gone })) as unknown as ElementHandle['evaluateHandle'],
    click: () => Promise.reject(new Error(message)),
  };
  return element as ElementHandle;
};

test('a click that closes its page before the browser has answered was made', async () => {
  const closed = 'Protocol error (Input.dispatchMouseEvent): Target closed';
  expect(await click(elementThatSays(closed))).toBe(true);
});

test('an element that is not drawn was not clicked', async () => {
  const notDrawn = 'Node is either not clickable or not an Element';
  expect(await click(elementThatSays(notDrawn))).toBe(false);
});

test('any other error is the error of the click', async () => {
  const other = 'Protocol error (Input.dispatchMouseEvent): Internal error';
  await expect(click(elementThatSays(other))).rejects.toThrow(other);
});
