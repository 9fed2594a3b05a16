import { describe, expect, test, vi } from 'vitest';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { openPage } from '../../support/worker/open-page';
import { tellNoTexts } from '../../support/worker/packaged-texts';
import { refuse, WAYS } from '../../support/worker/refusals';
import { world } from '../../support/worker/world';

// Whatever the browser refuses, no page is blank: it shows what it has, and says what it lacks.

const CALLED = [
  'storage.sync.get',
  'storage.session.get',
  'storage.local.get',
  'storage.managed.get',
  'runtime.sendMessage',
  'permissions.contains',
  'i18n.getUILanguage',
];
const cases = CALLED.flatMap((name) =>
  WAYS.filter((way) => !name.startsWith('i18n') || way !== 'rejects').map((way) => ({ name, way })),
);

async function quietWorld() {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  return world({ services: SERVICES, started: true });
}

// Chromium does so in a process that asked too early (docs/browser-bugs.md).
test.each([
  ['popup', 'Running since'],
  ['options', 'Export settings'],
  ['welcome', 'Keep it on the toolbar'],
] as const)('%s has its texts when getMessage tells none', async (page, words) => {
  await quietWorld();
  tellNoTexts();
  await (await openPage(page)).shows(words);
});

/** What only that page calls. */
const OWN = [
  { page: 'popup', name: 'windows.getCurrent', words: 'AD-1' },
  { page: 'popup', name: 'runtime.connect', words: 'AD-1' },
  { page: 'sidepanel', name: 'storage.session.set', words: 'AD-1' },
  { page: 'options', name: 'commands.getAll', words: 'Export settings' },
  { page: 'options', name: 'runtime.getManifest', words: 'Export settings' },
  { page: 'welcome', name: 'action.getUserSettings', words: 'Keep it on the toolbar' },
] as const;

// What gives its value at once cannot reject.
const ownCases = OWN.flatMap((one) =>
  WAYS.filter((way) => one.name !== 'runtime.getManifest' || way !== 'rejects').map((way) => ({
    ...one,
    way,
  })),
);

test.each(ownCases)('$page is drawn when $name $way', async ({ page, name, way, words }) => {
  await quietWorld();
  refuse(name, way);
  await (await openPage(page)).shows(words);
});

describe('the popup', () => {
  test.each(cases)('is drawn when $name $way', async ({ name, way }) => {
    await quietWorld();
    refuse(name, way);
    const popup = await openPage('popup');
    if (name === 'storage.local.get') await popup.shows('cannot be read');
    else {
      await popup.shows('AD-1');
      expect(popup.text()).toContain('Refresh');
    }
  });

  test.each(['throws', 'is missing'] as const)('is drawn when getMessage %s', async (way) => {
    await quietWorld();
    refuse('i18n.getMessage', way);
    await (await openPage('popup')).shows('AD-1');
  });
});

describe('the welcome page', () => {
  test.each(cases)('is drawn when $name $way', async ({ name, way }) => {
    await quietWorld();
    refuse(name, way);
    const welcome = await openPage('welcome');
    await welcome.shows('Keep it on the toolbar');
    await welcome.shows(name === 'storage.local.get' ? 'Paste anything' : 'AD-1 awdawd');
  });
});

describe('the options page', () => {
  const SAID: Record<string, string> = {
    'storage.sync.get': 'the defaults are used',
    'storage.local.get': 'could not read or write what is saved',
  };

  test.each(cases)('is drawn when $name $way', async ({ name, way }) => {
    await quietWorld();
    refuse(name, way);
    const options = await openPage('options');
    await options.shows('Badge and popup');
    await options.shows('Export settings');
    await options.shows(SAID[name] ?? 'Agent runs');
    expect(options.document.querySelectorAll('select').length).toBeGreaterThan(3);
  });

  test.each(['throws', 'is missing'] as const)('is drawn when getMessage %s', async (way) => {
    await quietWorld();
    refuse('i18n.getMessage', way);
    await (await openPage('options')).shows('exportSettings');
  });

  test('says nothing of all that when nothing is refused', async () => {
    await quietWorld();
    const options = await openPage('options');
    await options.shows('Export settings');
    for (const words of Object.values(SAID)) expect(options.text()).not.toContain(words);
  });
});
