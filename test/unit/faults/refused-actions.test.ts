import { beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { goOn } from '../../support/worker/clock';
import { askAfter, evening, shownNotifications } from '../../support/worker/evening';
import { becomeIdle } from '../../support/worker/fake-browser';
import { chooseInMenu, pressShortcut } from '../../support/worker/fake-toolbar';
import { refuse, WAYS } from '../../support/worker/refusals';
import { roundAfter, roundEnds, startWorker } from '../../support/worker/rounds';
import { world } from '../../support/worker/world';

// What the user does outside of our pages, and the browser refuses: that is reported, and the next round comes. A promise
// that nobody catches fails the test.

let reported: MockInstance;
beforeEach(() => {
  reported = vi.spyOn(console, 'error').mockReturnValue();
});

/** Lets something happen while the browser refuses these calls, and waits for the report. */
async function whileRefused(
  calls: string[],
  way: (typeof WAYS)[number],
  happen: () => unknown,
): Promise<void> {
  const heals = calls.map((name) => refuse(name, way));
  reported.mockClear();
  await happen();
  await expect.poll(() => reported.mock.calls.length).toBeGreaterThan(0);
  for (const heal of heals) heal();
}

/** Expects that services are asked as before. */
async function expectNextRound(requests: () => number): Promise<void> {
  await roundEnds();
  const before = requests();
  goOn(120_000);
  await roundAfter(() => becomeIdle('active'));
  expect(requests()).toBe(before + 1);
}

const IN_MENU = [
  { id: 'copy-summary', calls: ['action.openPopup', 'windows.create', 'storage.session.set'] },
  { id: 'history', calls: ['tabs.create'] },
  { id: 'side-panel', calls: ['sidePanel.open'] },
  { id: 'refresh', calls: ['permissions.getAll'] },
  { id: 'mute-today', calls: ['storage.local.set'] },
  { id: 'mute-not', calls: ['storage.local.get'] },
];
const cases = IN_MENU.flatMap(({ id, calls }) => WAYS.map((way) => ({ id, calls, way })));

describe.each([
  { by: 'the menu', act: chooseInMenu },
  { by: 'its key', act: pressShortcut },
])('chosen by $by', ({ act }) => {
  test.each(cases)('$id, when $calls $way', async ({ id, calls, way }) => {
    const { requests } = await world({ services: ['olie'] });
    Object.assign(fakeBrowser.action, { openPopup: async () => undefined });
    await startWorker();
    await roundEnds();
    await whileRefused(calls, way, () => act(id));
    await expectNextRound(requests);
  });
});

test.each(WAYS)('the welcome page after the installation, when tabs.create %s', async (way) => {
  const { requests } = await world({ services: ['olie'] });
  await startWorker();
  await whileRefused(['tabs.create'], way, () =>
    fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false }),
  );
  await expectNextRound(requests);
});

describe('a notification', () => {
  const press = (button: number | null) => async () => {
    const [id = ''] = (await shownNotifications())[0] ?? [];
    if (button === null) await fakeBrowser.notifications.onClicked.trigger(id);
    else await fakeBrowser.notifications.onButtonClicked.trigger(id, button);
  };
  const PRESSES = [
    { what: 'that is clicked', act: press(null), calls: ['action.openPopup', 'windows.create'] },
    { what: 'that is clicked', act: press(null), calls: ['notifications.clear'] },
    { what: 'that mutes', act: press(0), calls: ['storage.local.set'] },
    { what: 'that mutes', act: press(0), calls: ['storage.local.get'] },
    { what: 'that opens Olie', act: press(1), calls: ['tabs.create'] },
    { what: 'that opens Olie', act: press(1), calls: ['storage.local.get'] },
    { what: 'that opens Olie', act: press(1), calls: ['storage.sync.get'] },
  ];
  test.each(PRESSES.flatMap((one) => WAYS.map((way) => ({ ...one, way }))))(
    '$what, when $calls $way',
    async ({ act, calls, way }) => {
      const { requests } = await evening();
      Object.assign(fakeBrowser.action, { openPopup: async () => undefined });
      await savePreferences({ olieWebAddress: 'https://company.example' });
      await askAfter(100 * 60_000);
      await startWorker();
      await whileRefused(calls, way, act);
      await expectNextRound(requests);
    },
  );

  test.each(WAYS)('opens Olie, though not its project, when storage.local.get %s', async (way) => {
    await evening();
    await savePreferences({ olieWebAddress: 'https://company.example' });
    await askAfter(100 * 60_000);
    await startWorker();
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await whileRefused(['storage.local.get'], way, press(1));
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'https://company.example/' });
    await expect.poll(shownNotifications).toEqual([]);
  });

  test.each(WAYS)('stays if it could not mute, for storage.local.set %s', async (way) => {
    await evening();
    await askAfter(100 * 60_000);
    await startWorker();
    await whileRefused(['storage.local.set'], way, press(0));
    expect(await shownNotifications()).toHaveLength(1);
  });

  test.each(WAYS)('that cannot be shown costs the round nothing: create %s', async (way) => {
    const { requests } = await evening();
    await whileRefused(['notifications.create'], way, () => askAfter(100 * 60_000));
    await startWorker();
    await expectNextRound(requests);
  });
});
