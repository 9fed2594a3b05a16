import { expect, onTestFinished, test } from 'vitest';
import { collectErrors } from '../../../tools/soak/errors.ts';
import { world } from '../../support/browsers/world.ts';

test('the soak counts what a page logs, does not catch, and what the browser says of it', async () => {
  const { session, options, close } = await world({ browser: 'chromium', services: ['olie'] });
  onTestFinished(close);
  const errors = collectErrors(session);
  await options.evaluate(() => {
    console.error('said', 'by the page');
    console.warn('no error');
    setTimeout(() => {
      throw new Error('thrown by the page');
    });
    // The policy of our pages refuses it. No request leaves.
    new Image().src = 'https://elsewhere.example/picture.png';
    // A request that fails is no error of ours.
    fetch('/there-is-none.json').catch(() => undefined);
  });
  await expect.poll(() => errors.length).toBe(3);
  expect(errors).toContain('page, logged: said by the page');
  expect(errors.join('\n')).toMatch(/page, not caught: .*thrown by the page/);
  expect(errors.join('\n')).toMatch(/page, logged by the browser: .*elsewhere\.example/);
});
