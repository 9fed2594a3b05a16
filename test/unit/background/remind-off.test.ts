import { beforeEach, expect, test, vi } from 'vitest';
import { remind, reminded } from '../../../entrypoints/background/remind';
import { loadChoices } from '../../../lib/browser/choices-storage';
import { clearNotification, mayNotify } from '../../../lib/browser/notifications';
import {
  loadRemembered,
  type Remembered,
  saveAliveAtMs,
  saveRemembered,
} from '../../../lib/browser/reminders-storage';
import { NO_LEDGER } from '../../../lib/core/reminders/ledger';
import { seenFirst } from '../../../lib/core/reminders/presence';
import { parseManaged } from '../../../lib/core/settings/managed';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences';
import { NO_STATE } from '../../../lib/core/state/state';
import { olieFeed } from '../../support/examples/example-feed';
import { EXAMPLE_ZONE } from '../../support/examples/example-timer';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

// While reminders are off.

vi.mock('../../../lib/browser/choices-storage', { spy: true });
vi.mock('../../../lib/browser/notifications');
vi.mock('../../../lib/browser/reminders-storage');

const preferences = { ...DEFAULT_PREFERENCES, reminders: { isOn: false } };
const stored = { state: { ...NO_STATE, feeds: [olieFeed()] }, schedules: {} };

beforeEach(() => {
  resetFakeBrowser();
  vi.mocked(loadChoices).mockResolvedValue({ own: preferences, managed: parseManaged({}) });
});

/** The end of a round, with what earlier ones remembered. */
async function roundWith(remembered: Remembered) {
  vi.mocked(loadRemembered).mockResolvedValue(remembered);
  remind(stored, { isRead: true, preferences, timeZone: EXAMPLE_ZONE }, () => expect.fail());
  await reminded();
}

test('whoever never switched them on has nothing more read, and nothing written', async () => {
  await roundWith({ ledger: NO_LEDGER, presence: null });
  expect(loadChoices).not.toHaveBeenCalled();
  expect(mayNotify).not.toHaveBeenCalled();
  expect(saveRemembered).not.toHaveBeenCalled();
});

test('once they are switched off, who was there is forgotten, and it is no longer noted', async () => {
  await roundWith({ ledger: NO_LEDGER, presence: seenFirst(7) });
  expect(saveRemembered).toHaveBeenCalledExactlyOnceWith({ ledger: NO_LEDGER, presence: null });
  expect(saveAliveAtMs).not.toHaveBeenCalled();
});

test('what was told before is taken back, also if it is not known who was there', async () => {
  const told = [{ rule: 'goal', occurrence: '2026-03-13', toldAtMs: Date.now(), isShown: true }];
  await roundWith({ ledger: { ...NO_LEDGER, told }, presence: null });
  expect(clearNotification).toHaveBeenCalledOnce();
});
