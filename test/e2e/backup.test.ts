import { beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { errorAt, fill, press, shownText, valueIn, waitForText } from '../support/browsers/page.ts';
import { openAll } from '../support/browsers/popup.ts';
import { startSession } from '../support/browsers/session.ts';
import { chooseFile, exportedSettings, settingsFileOf } from '../support/browsers/settings-file.ts';
import { storedText } from '../support/browsers/stored.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';
import { type Language, textsOf } from '../support/examples/texts.ts';

// A person takes their settings to another computer. Each test goes on where the one before it stopped.

/** Light and English in Chromium, dark and Portuguese in Firefox. */
const look: { language: Language; colorScheme: 'light' | 'dark' } =
  browser === 'chromium'
    ? { language: 'en', colorScheme: 'light' }
    : { language: 'pt-BR', colorScheme: 'dark' };
const t = textsOf(look.language);

let here: World;
let folder: TemporaryFolder;
let exported: string;

beforeAll(async () => {
  folder = await makeTemporaryFolder('downloads');
  const services = ['olie', 'b3os', 'zaia'] as const;
  here = await world({ browser, services, ...look, downloadsTo: folder.path });
  return async () => {
    await here.close();
    folder.remove();
  };
});
stopAtFirstFailure();

const stored = () => storedText(here.options);
const choose = (text: string) => chooseFile(here.options, t('importSettings'), folder, text);
const token = () => here.workflows[0]?.token ?? '';
/** Closes the options page, and opens it again. */
const reopenOptions = async () => {
  await here.options.close();
  here.options = await here.session.openPage('/options.html', { waitFor: '#backup-file' });
};

test('the exported file has what is connected, without secrets', async () => {
  const { options, olie, zaia } = here;
  await options.select('#refresh-every', '120');
  exported = await exportedSettings(options, folder, t);
  expect(JSON.parse(exported)).toEqual(settingsFileOf(here, 'exe_1'));
  for (const secret of [olie.token, token(), zaia.apiKey]) expect(exported).not.toContain(secret);
});

test('importing it on the same computer changes nothing', async () => {
  const { options } = here;
  const before = await stored();
  await choose(exported);
  await waitForText(options, t('importSame'));
  expect(await shownText(options)).not.toContain(t('importNeedsToken', ''));
  await press(options, t('importNow'));
  await waitForText(options, t('imported'));
  expect(JSON.parse(await stored()).settings).toEqual(JSON.parse(before).settings);
});

test('preferences alone are taken, as they are when Import is pressed, and no form loses what is typed', async () => {
  const { options } = here;
  await fill(options, t('apiToken'), 'half a tok', 'Olie');
  await choose(JSON.stringify({ ...JSON.parse(exported), connections: [] }));
  await waitForText(options, t('importPreferencesSame'));
  await options.select('#refresh-every', '300');
  await press(options, t('importNow'));
  await waitForText(options, t('imported'));
  expect(await valueIn(options, t('apiToken'), 'Olie')).toBe('half a tok');
  await expect.poll(() => valueIn(options, t('refreshEvery'))).toBe('120');
  await fill(options, t('apiToken'), '', 'Olie');
});

test('a changed label in the file is imported, and the token is kept', async () => {
  const { options, b3os } = here;
  await choose(exported.replace('"label": ""', '"label": "Kit da Ana"'));
  await waitForText(options, t('importChanged'));
  await press(options, t('importNow'));
  await waitForText(options, t('imported'));
  await openAll(options);
  await waitForText(options, 'Kit da Ana');
  expect(await stored()).toContain(token());
  expect(b3os.requests.at(-1)?.path).toContain(token());
});

test('on another computer, a bad file is refused with the reason and changes nothing', async () => {
  await here.session.close();
  here.session = await startSession(browser, look);
  here.options = await here.session.openPage('/options.html', { waitFor: '#backup-file' });
  const { options, b3os, olie } = here;
  const before = await stored();
  expect(before).not.toContain(olie.executionId);
  await choose('{"program": "another", "version": 1}');
  await waitForText(options, t('backupNotOurs'));
  await choose(exported.replace(b3os.url, 'http://b3os.test'));
  await waitForText(options, t('backupField', 'connections[1].address'));
  expect(await errorAt(options, t('importSettings'))).toContain(t('addressNotHttps'));
  expect(await axeViolations(options)).toEqual([]);
  expect(await stored()).toBe(before);
});

test('a good file is previewed with the hosts that will get tokens, and Cancel changes nothing', async () => {
  const { options, olie, b3os, zaia } = here;
  const before = await stored();
  await choose(exported);
  await waitForText(options, t('importPreferences'));
  const text = await shownText(options);
  for (const { url } of [olie, b3os, zaia]) {
    expect(text).toContain(t('importNeedsToken', url));
  }
  expect(text).toContain('B3OS: exe_1');
  expect(await axeViolations(options)).toEqual([]);
  await press(options, t('cancel'));
  expect(await stored()).toBe(before);
});

test('imported with the keyboard, the connections wait for their tokens, and no service is asked', async () => {
  const { options, olie, b3os, zaia, session } = here;
  const asked = () => [olie, b3os, zaia].map(({ requests }) => requests.length);
  const before = asked();
  const focused = () => options.evaluate(() => document.activeElement?.textContent);
  await options.bringToFront();
  await choose(exported);
  await expect.poll(focused).toBe(t('importChanges'));
  await options.keyboard.press('Tab');
  await expect.poll(focused).toBe(t('importNow'));
  await options.keyboard.press('Enter');
  await waitForText(options, t('importedToDo', '3'));
  expect(await valueIn(options, t('apiAddress'))).toBe(olie.url);
  expect(await valueIn(options, t('executionId'))).toBe(olie.executionId);
  expect(await valueIn(options, t('refreshEvery'))).toBe('120');
  expect(await shownText(options)).toContain(t('needsTokenShort'));
  expect(await axeViolations(options)).toEqual([]);
  const popup = await session.openPage('/popup.html', { waitFor: '.welcome' });
  await waitForText(popup, t('connectOlie'));
  expect((await readToolbar(popup)).text).toBe('');
  expect(asked()).toEqual(before);
  await popup.close();
});

test('each connection works once it has its token, even if the page was closed in between', async () => {
  await reopenOptions();
  const { options, olie, zaia } = here;
  await fill(options, t('apiToken'), olie.token);
  await press(options, t('save'));
  await waitForText(options, t('connected', 'Test User, AD-1 awdawd'));
  const section = t('workflows');
  await press(options, t('edit'), section);
  await fill(options, t('clientToken'), token(), section);
  await press(options, t('addWorkflow'), section);
  await waitForText(options, t('connected', 'ord_1'));
  expect(await options.$$('.entries li')).toHaveLength(1);
  await fill(options, t('apiKey'), zaia.apiKey, t('agentRuns'));
  await press(options, t('save'), t('agentRuns'));
  await waitForText(options, t('connected', 'Zaia'));
  expect(Object.keys(JSON.parse(await stored())).sort()).toEqual(['settings', 'state']);
});

test('an imported timer at another address waits next to the connected one, and can be removed', async () => {
  const { options, olie } = here;
  const settings = async () => JSON.parse(await stored()).settings;
  const address = () => valueIn(options, t('apiAddress'));
  const before = await settings();
  await choose(exported.replace(olie.url, 'https://elsewhere.test'));
  await waitForText(options, t('importNeedsToken', 'elsewhere.test'));
  await press(options, t('importNow'));
  await waitForText(options, t('needsTokenMeanwhile'));
  await waitForText(options, t('importedToDo', '1'));
  expect(await address()).toBe('https://elsewhere.test');
  await press(options, t('save'));
  await expect.poll(() => errorAt(options, t('apiToken'))).toBe(t('tokenMissingForAddress'));
  await press(options, t('removeImported'));
  await expect.poll(address).toBe(olie.url);
  await expect.poll(() => shownText(options)).not.toContain(t('importedToDo', '1'));
  expect(await settings()).toEqual(before);
  expect(JSON.parse(await stored()).awaiting).toBeUndefined();
});

test('settings that no version can read are kept until the user deletes them', async () => {
  const unreadable = `[{ version: 9, token: 'SECRET' }]`;
  await callBrowser(here.options, `storage.local.set({ 'settings-set-aside': ${unreadable} })`);
  await reopenOptions();
  const { options } = here;
  await press(options, t('forgetSetAside'));
  expect(await axeViolations(options)).toEqual([]);
  expect(await stored()).toContain('SECRET');
  await press(options, t('forgetSetAsideSure'));
  await waitForText(options, t('forgotSetAside'));
  expect(await stored()).not.toContain('SECRET');
  expect(await stored()).toContain(here.olie.token);
});
