import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeCopyAsked } from '../../../lib/browser/copy-asked';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { loadRemembered } from '../../../lib/browser/reminders-storage';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences';
import type { TextKey } from '../../../lib/core/texts';
import { textsOf } from '../../support/examples/texts';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import {
  chooseInMenu,
  pressShortcut,
  shownMenu,
  sidePanels,
} from '../../support/worker/fake-toolbar';
import { refuse, WAYS } from '../../support/worker/refusals';
import { roundEnds, startWorker } from '../../support/worker/rounds';
import { world } from '../../support/worker/world';

const titles = () => shownMenu().map(({ title }) => title);
const WITHOUT_REMINDERS = ['Refresh', "Copy today's summary", 'History', 'Open the side panel'];

describe('the menu of the button', () => {
  test('has what can be done, without reminders that are off', async () => {
    await world();
    await startWorker();
    await expect.poll(titles).toEqual(WITHOUT_REMINDERS);
  });

  test('has their mutes while they are on', async () => {
    await world();
    await startWorker();
    await savePreferences({ ...DEFAULT_PREFERENCES, reminders: { isOn: true } });
    await expect
      .poll(titles)
      .toEqual([
        ...WITHOUT_REMINDERS,
        'Mute reminders',
        'Mute for 2 hours',
        'Mute today',
        'Unmute',
      ]);
    const parents = shownMenu().map(({ parentId }) => parentId);
    expect(parents.slice(5)).toEqual(['mute', 'mute', 'mute']);
  });

  test('has no side panel where that is off, and nothing can open it', async () => {
    await world();
    await startWorker();
    await expect.poll(() => sidePanels().isEnabled).toBe(true);
    await savePreferences({ ...DEFAULT_PREFERENCES, sidePanel: false });
    await expect.poll(titles).toEqual(WITHOUT_REMINDERS.slice(0, 3));
    await expect.poll(() => sidePanels().isEnabled).toBe(false);
  });

  test('stays as it was while the preferences cannot be read', async () => {
    await world();
    await savePreferences({ ...DEFAULT_PREFERENCES, sidePanel: false });
    await startWorker();
    await expect.poll(titles).toEqual(WITHOUT_REMINDERS.slice(0, 3));
    vi.spyOn(console, 'error').mockReturnValue();
    const read = vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('no'));
    await fakeBrowser.storage.session.clear();
    await startWorker();
    await roundEnds();
    expect(read).toHaveBeenCalled();
    expect(titles()).toEqual(WITHOUT_REMINDERS.slice(0, 3));
    expect(sidePanels().isEnabled).toBe(false);
  });

  test('is in the language of the browser', async () => {
    await world();
    const t = textsOf('pt-BR');
    Object.assign(fakeBrowser.i18n, { getMessage: (key: TextKey) => t(key) });
    await startWorker();
    await expect.poll(titles).toContain('Copiar o resumo de hoje');
  });

  test('is made once, and again when the extension starts anew', async () => {
    await world();
    await startWorker();
    await expect.poll(titles).toHaveLength(4);
    const remove = vi.spyOn(fakeBrowser.contextMenus, 'removeAll');
    await startWorker();
    expect(remove).not.toHaveBeenCalled();
    // Switched off and on again, or updated: memory is empty, and the menu may be gone.
    await fakeBrowser.storage.session.clear();
    await startWorker();
    await expect.poll(() => remove.mock.calls.length).toBe(1);
    expect(titles()).toHaveLength(4);
  });

  test.each(WAYS)('is made though storage.session.get %s', async (way) => {
    await world();
    vi.spyOn(console, 'error').mockReturnValue();
    refuse('storage.session.get', way);
    await startWorker();
    await expect.poll(titles).toEqual(WITHOUT_REMINDERS);
  });
});

describe.each([
  { by: 'the menu', act: chooseInMenu },
  { by: 'its key', act: pressShortcut },
])('what is chosen by $by', ({ act }) => {
  const openPopup = vi.fn();

  beforeEach(async () => {
    Object.assign(fakeBrowser.action, { openPopup });
    openPopup.mockResolvedValue(undefined);
  });

  test('Refresh asks the services, also if they have just answered', async () => {
    const { olie } = await world({ services: ['olie'] });
    await startWorker();
    await roundEnds();
    const before = olie.requests.length;
    goOn(5_000);
    act('refresh');
    await expect.poll(() => olie.requests.length).toBeGreaterThan(before);
  });

  test('opens the side panel of that window in the same turn', async () => {
    await world();
    await startWorker();
    act('side-panel', 7);
    expect(sidePanels().openedIn).toEqual([7]);
  });

  test('opens no side panel where the browser does not tell the window', async () => {
    await world();
    await startWorker();
    act('side-panel', null);
    expect(sidePanels().openedIn).toEqual([]);
  });

  test('opens the popup in the same turn, which then copies once', async () => {
    await world();
    await startWorker();
    act('copy-summary');
    expect(openPopup).toHaveBeenCalledTimes(1);
    await expect.poll(takeCopyAsked).toBe(true);
    expect(await takeCopyAsked()).toBe(false);
  });

  test('opens the history in a tab', async () => {
    await world();
    await startWorker();
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    act('history');
    await expect.poll(() => create.mock.calls.length).toBe(1);
    expect(create.mock.calls[0]?.[0].url).toMatch(/\/history\.html$/);
  });

  test.each([
    { id: 'mute-two-hours', untilMs: BEGIN_MS + 2 * 3_600_000 },
    { id: 'mute-today', untilMs: Date.parse('2026-03-14T03:00:00Z') },
  ])('mutes: $id', async ({ id, untilMs }) => {
    await world();
    await startWorker();
    act(id);
    const mutedUntil = async () => (await loadRemembered()).ledger.mutedUntilMs;
    await expect.poll(mutedUntil).toBe(untilMs);
    act('mute-not');
    await expect.poll(mutedUntil).toBeNull();
  });

  test('a line of another version does nothing', async () => {
    await world();
    await startWorker();
    act('start-timer');
    expect(openPopup).not.toHaveBeenCalled();
  });
});

test('a popup that opens long after it was asked for copies nothing', async () => {
  await world();
  await startWorker();
  Object.assign(fakeBrowser.action, { openPopup: async () => undefined });
  chooseInMenu('copy-summary');
  await expect.poll(() => fakeBrowser.storage.session.get('copyAsked')).toHaveProperty('copyAsked');
  vi.setSystemTime(Date.now() + 11_000);
  expect(await takeCopyAsked()).toBe(false);
});
