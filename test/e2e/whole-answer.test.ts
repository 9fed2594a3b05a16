import { expect, onTestFinished, test } from 'vitest';
import { clickOn } from '../support/browsers/click.ts';
import { connectOlie } from '../support/browsers/connect.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { world } from '../support/browsers/world.ts';

test('the whole answer is shown with every field, and without the token', async () => {
  const { olie, options, close } = await world({ browser });
  onTestFinished(close);
  await connectOlie(options, olie);
  await clickOn(options, '.whole-answer summary');
  await options.waitForSelector('.whole-answer .json');
  const text = await options.$eval('.whole-answer .json', (list) => list.textContent);
  expect(text).toContain('project_funnel_id 36');
  expect(await options.content()).not.toContain(olie.token);
});

test('a refusal is shown with all that the service says, and no link of its own', async () => {
  const { olie, options, close } = await world({ browser });
  onTestFinished(close);
  await connectOlie(options, olie);
  const url = 'https://app.zaia.app/api-keys';
  olie.fail({ status: 401, body: { code: 'no_key', name: 'Unauthorized', cta: { url } } });
  await clickOn(options, '.whole-answer summary');
  await options.waitForSelector('.whole-answer .json');
  const text = await options.$eval('.whole-answer', (shown) => shown.textContent);
  for (const said of ['refused the token', 'no_key', 'Unauthorized', url]) {
    expect(text).toContain(said);
  }
  expect(await options.$$('.whole-answer a')).toEqual([]);
});
