import { expect, onTestFinished, test } from 'vitest';
import { connectOlie } from '../../support/browsers/connect.ts';
import { callBrowser } from '../../support/browsers/evaluate.ts';
import { shownText, waitForText } from '../../support/browsers/page.ts';
import {
  noticedIn,
  remindOf,
  toldIn,
  watchNotifications,
} from '../../support/browsers/reminding.ts';
import { runRound } from '../../support/browsers/stored.ts';
import { startWithdrawable } from '../../support/browsers/withdrawn.ts';
import { textsOf } from '../../support/examples/texts.ts';
import { startStandIns } from '../../support/stand-ins/stand-ins.ts';

// In Firefox, test/e2e/reminders.test.ts has the same.

const t = textsOf('en');

test('without the permission nothing is told or taken for told, and options and popup say so; with it again, it is told', async () => {
  const standIns = await startStandIns();
  onTestFinished(standIns.close);
  const { session, allow } = await startWithdrawable();
  onTestFinished(session.close);
  const open = () => session.openPage('/options.html', { waitFor: '#olie-address' });
  let options = await open();
  await connectOlie(options, standIns.olie);
  const removed = "permissions.remove({ permissions: ['notifications'] })";
  expect(await callBrowser(options, removed)).toBe(true);
  await remindOf(options, { goal: 'on' });
  await waitForText(options, t('remindNotAllowed'));
  await waitForText(options, t('allowNotifications'));
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  await waitForText(popup, t('remindNotAllowed'));
  await runRound(options, 'user');
  // Who is there is noted when a round begins, and after the reminders of the one before it.
  const beforeMs = Date.now();
  await runRound(options, 'user');
  const alive = async () =>
    Object(await callBrowser(options, "storage.session.get('alive')")).alive ?? 0;
  await expect.poll(alive).toBeGreaterThanOrEqual(beforeMs);
  expect(await toldIn(options)).toEqual([]);
  await allow();
  options = await open();
  await watchNotifications(options);
  await runRound(options, 'user');
  const id = expect.stringMatching(/^olie:goal:/);
  await expect.poll(() => noticedIn(options)).toContainEqual(id);
  await expect.poll(() => toldIn(options)).toMatchObject([{ rule: 'goal' }]);
  expect(await shownText(options)).not.toContain(t('remindNotAllowed'));
});
