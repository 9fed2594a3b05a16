import { expect, onTestFinished, test } from 'vitest';
import { callBrowser } from '../../support/browsers/evaluate.ts';
import { fill, press, shownText, valueIn, waitForText } from '../../support/browsers/page.ts';
import { readToolbar } from '../../support/browsers/toolbar.ts';
import { world } from '../../support/browsers/world.ts';

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
