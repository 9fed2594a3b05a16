import { expect, onTestFinished, test } from 'vitest';

import { connectOlie } from '../../support/browsers/connect.ts';
import { callBrowser } from '../../support/browsers/evaluate.ts';
import { press, waitForText } from '../../support/browsers/page.ts';
import { remindOf, toldIn } from '../../support/browsers/reminding.ts';
import { startSession } from '../../support/browsers/session.ts';
import { runRound } from '../../support/browsers/stored.ts';
import { textsOf } from '../../support/examples/texts.ts';
import { startStandIns } from '../../support/stand-ins/stand-ins.ts';

const t = textsOf('en');

test('if Chromium’s own list has its notifications off, nothing is told or taken for told, and options and popup say so', async () => {
  const standIns = await startStandIns();
  onTestFinished(standIns.close);
  const session = await startSession('chromium', { silenced: true });
  onTestFinished(session.close);
  const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
  expect(await callBrowser(options, 'notifications.getPermissionLevel()')).toBe('denied');
  await connectOlie(options, standIns.olie);
  await remindOf(options, { goal: 'on' });
  await waitForText(options, t('remindNotAllowed'));
  // The browser asks nothing: it takes its permission for given.
  await press(options, t('allowNotifications'));
  await waitForText(options, t('remindSwitchedOff'));
  await waitForText(options, t('remindNotAllowed'));
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  await waitForText(popup, t('remindNotAllowed'));
  const alive = async () =>
    Object(await callBrowser(options, "storage.session.get('alive')")).alive ?? 0;
  await runRound(options, 'user');
  // Who is there is noted when a round begins, and after the reminders of the one before it.
  const beforeMs = Date.now();
  await runRound(options, 'user');
  await expect.poll(alive).toBeGreaterThanOrEqual(beforeMs);
  expect(await toldIn(options)).toEqual([]);
});
