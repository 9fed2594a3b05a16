import { expect, test } from 'vitest';
import { fill, labelled, press, waitForText } from '../support/browsers/page.ts';
import { startSession } from '../support/browsers/session.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { startStandInOlie } from '../support/stand-ins/olie.ts';
import { until } from '../support/until.ts';

// Chromium draws its question outside of every page, where no script can answer it: the real request is tested here.
test("in Firefox, the user's refusal keeps the form and their consent connects; taken away, it is asked for again", async () => {
  const olie = await startStandInOlie();
  const session = await startSession('firefox', { permissionPrompts: true });
  try {
    const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
    await fill(options, 'API address', olie.url);
    await fill(options, 'API token', olie.token);
    await fill(options, 'Execution ID', olie.executionId);

    await press(options, 'Save');
    await session.answerPermissionPrompt('deny');
    await waitForText(options, 'Without your permission');
    expect(await (await labelled(options, 'API token')).evaluate(({ value }) => value)).toBe(
      olie.token,
    );
    expect(olie.requests).toEqual([]);

    await press(options, 'Save');
    await session.answerPermissionPrompt('allow');
    await waitForText(options, 'Connected: Test User, AD-1 awdawd');

    await options.evaluate(
      `browser.permissions.remove({ origins: ['http://127.0.0.1/*'] }).then(() => undefined)`,
    );
    await until(
      async () => (await readToolbar(options)).text === '!',
      'the badge to need the user',
    );
    const popup = await session.openPage('/popup.html', { waitFor: '.notice' });
    await waitForText(popup, 'does not let Olie Timer reach');
    await press(popup, 'Allow access');
    await session.answerPermissionPrompt('allow');
    await until(async () => /m$/.test((await readToolbar(options)).text), 'the timer to be back');
  } finally {
    await session.close();
    await olie.close();
  }
});
