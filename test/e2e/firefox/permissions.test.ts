import { expect, onTestFinished, test } from 'vitest';
import { curlOf } from '../../support/browsers/connect.ts';
import { callBrowser } from '../../support/browsers/evaluate.ts';
import {
  fill,
  paste,
  press,
  shownText,
  valueIn,
  waitForText,
} from '../../support/browsers/page.ts';
import { readToolbar } from '../../support/browsers/toolbar.ts';
import { world } from '../../support/browsers/world.ts';

test('refused on the welcome page, all that was typed stays, and consent leads to the own clock', async () => {
  const { olie, session, close } = await world({ browser: 'firefox', permissionPrompts: true });
  onTestFinished(close);
  const welcome = await session.openPage('/welcome.html', { waitFor: '#anything' });
  await paste(welcome, 'Paste anything', curlOf(olie));
  await expect.poll(() => valueIn(welcome, 'API token')).toBe(olie.token);

  await press(welcome, 'Connect');
  await session.answerPermissionPrompt('deny');
  await waitForText(welcome, 'Try again, and press Allow when the browser asks.');
  expect(await valueIn(welcome, 'API address')).toBe(olie.url);
  expect(await valueIn(welcome, 'API token')).toBe(olie.token);
  expect(await valueIn(welcome, 'Execution ID')).toBe(olie.executionId);
  expect(olie.requests).toEqual([]);

  await press(welcome, 'Connect');
  await session.answerPermissionPrompt('allow');
  await welcome.waitForSelector('.live [role=timer]');
});

// No script can reach the permission prompt of Chromium.
test('a refusal keeps the form, consent connects, and a lost permission is asked for again', async () => {
  const { olie, session, options, close } = await world({
    browser: 'firefox',
    permissionPrompts: true,
  });
  onTestFinished(close);
  await fill(options, 'API address', olie.url);
  await fill(options, 'API token', olie.token);
  await fill(options, 'Execution ID', olie.executionId);

  await press(options, 'Save');
  await session.answerPermissionPrompt('deny');
  await waitForText(options, 'Without your permission');
  expect(await valueIn(options, 'API token')).toBe(olie.token);
  expect(olie.requests).toEqual([]);

  await press(options, 'Save');
  await session.answerPermissionPrompt('allow');
  await waitForText(options, 'Connected: Test User, AD-1 awdawd');

  await callBrowser(options, `permissions.remove({ origins: ['http://127.0.0.1/*'] })`);
  const badge = async () => (await readToolbar(options)).text;
  await expect.poll(badge).toBe('!');
  // It can be allowed on the options page, too.
  await press(options, 'Allow access', 'Olie');
  await session.answerPermissionPrompt('deny');
  await waitForText(options, 'Without your permission');
  const popup = await session.openPage('/popup.html', { waitFor: '.notice' });
  await waitForText(popup, 'does not let Olie Timer reach');
  await press(popup, 'Allow access');
  await session.answerPermissionPrompt('allow');
  await expect.poll(badge).toMatch(/m$/);
  await expect.poll(() => shownText(options)).not.toContain('Allow access');
});
