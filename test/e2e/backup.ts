import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../../tools/find-browser.mjs';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { addWorkflow, connect, connectAgentRuns } from '../support/browsers/connect.ts';
import type { ExtensionBrowser, LaunchOptions } from '../support/browsers/extension-browser.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import {
  errorAt,
  fill,
  labelled,
  press,
  shownText,
  waitForText,
} from '../support/browsers/page.ts';
import { startSession } from '../support/browsers/session.ts';
import { chooseFile, exportedSettings, settingsFileOf } from '../support/browsers/settings-file.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { storedText } from '../support/browsers/what-is-kept.ts';
import { type Language, textsOf } from '../support/examples/texts.ts';
import type { AddedWorkflow } from '../support/stand-ins/b3os.ts';
import { type StandIns, startStandIns } from '../support/stand-ins/stand-ins.ts';
import { until } from '../support/until.ts';

/** A person takes their settings to another machine, in order: each test goes on where the one before it stopped. */
export function takeSettingsAlong(
  kind: BrowserKind,
  look: Pick<LaunchOptions, 'language' | 'colorScheme'>,
): void {
  const language: Language = look.language === 'pt-BR' ? 'pt-BR' : 'en';
  const t = textsOf(language);
  describe(`export and import in ${kind}`, () => {
    let services: StandIns;
    let folder: TemporaryFolder;
    let session: ExtensionBrowser;
    let options: Page;
    let workflow: AddedWorkflow;
    let exported: string;

    const openOptions = () => session.openPage('/options.html', { waitFor: '#backup-file' });
    const choose = (text: string) => chooseFile(options, t('importSettings'), folder, text);
    const valueIn = async (label: string, section?: string) =>
      (await labelled(options, label, section)).evaluate(({ value }) => value);

    beforeAll(async () => {
      [services, folder] = await Promise.all([startStandIns(), makeTemporaryFolder('downloads')]);
      session = await startSession(kind, { ...look, downloadsTo: folder.path });
    });
    afterAll(async () => {
      await session?.close();
      await services?.close();
      folder?.remove();
    });
    stopAtFirstFailure();

    test('what is connected is exported as a file, without any secret', async () => {
      const { olie, b3os, zaia } = services;
      options = await connect(session, olie, language);
      workflow = b3os.add({ id: 'exe_77', orderId: 'ord_77' });
      await addWorkflow(options, b3os.url, workflow, language);
      await connectAgentRuns(options, zaia, language);
      await options.select('#refresh-every', '120');
      exported = await exportedSettings(options, folder, language);
      expect(JSON.parse(exported)).toEqual(settingsFileOf(services, workflow.id));
      for (const secret of [olie.token, workflow.token, zaia.apiKey]) {
        expect(exported).not.toContain(secret);
      }
    });

    test('imported where everything is connected, it changes nothing', async () => {
      const before = await storedText(options);
      await choose(exported);
      await waitForText(options, t('importSame'));
      expect(await shownText(options)).not.toContain(t('importNeedsToken', ''));
      await press(options, t('importNow'));
      await waitForText(options, t('imported'));
      expect(JSON.parse(await storedText(options)).settings).toEqual(JSON.parse(before).settings);
    });

    test('another label is taken from the file, and the token is kept', async () => {
      await choose(exported.replace('"label": ""', '"label": "Kit da Ana"'));
      await waitForText(options, t('importChanged'));
      await press(options, t('importNow'));
      await waitForText(options, t('imported'));
      await waitForText(options, 'Kit da Ana');
      expect(await storedText(options)).toContain(workflow.token);
      expect(services.b3os.requests.at(-1)?.path).toContain(workflow.token);
    });

    test('on a new machine, a file that is not ours is refused with the reason, and changes nothing', async () => {
      await session.close();
      session = await startSession(kind, look);
      options = await openOptions();
      const stored = await storedText(options);
      await choose('{"program": "another", "version": 1}');
      await waitForText(options, t('backupNotOurs'));
      await choose(exported.replace(services.b3os.url, 'http://b3os.test'));
      await waitForText(options, t('backupField', 'connections[1].address'));
      expect(await errorAt(options, t('importSettings'))).toContain(t('addressNotHttps'));
      expect(await axeViolations(options)).toEqual([]);
      expect(await storedText(options)).toBe(stored);
    });

    test('ours is shown before it changes anything, and Cancel changes nothing', async () => {
      const stored = await storedText(options);
      await choose(exported);
      await waitForText(options, t('importPreferences'));
      const text = await shownText(options);
      // Where each token would go is said before anything is imported.
      for (const { url } of [services.olie, services.b3os, services.zaia]) {
        expect(text).toContain(t('importNeedsToken', new URL(url).host));
      }
      expect(text).toContain('B3OS: exe_77');
      expect(await axeViolations(options)).toEqual([]);
      await press(options, t('cancel'));
      expect(await storedText(options)).toBe(stored);
    });

    test('imported by key, it waits for its tokens: no service is asked, and no token is there', async () => {
      const { olie, b3os, zaia } = services;
      const asked = () => [olie, b3os, zaia].map(({ requests }) => requests.length);
      const before = asked();
      await choose(exported);
      await until(
        () => options.evaluate(() => document.activeElement?.tagName === 'H3'),
        'the focus to be at what will change',
      );
      await options.keyboard.press('Tab');
      await options.keyboard.press('Enter');
      await waitForText(options, t('importedToDo', '3'));
      expect(await valueIn(t('apiAddress'))).toBe(olie.url);
      expect(await valueIn(t('executionId'))).toBe(olie.executionId);
      expect(await valueIn(t('refreshEvery'))).toBe('120');
      expect(await shownText(options)).toContain(t('needsTokenShort'));
      expect(await axeViolations(options)).toEqual([]);
      const popup = await session.openPage('/popup.html', { waitFor: '.welcome' });
      await waitForText(popup, t('connectOlie'));
      expect((await readToolbar(popup)).text).toBe('');
      expect(asked()).toEqual(before);
      await popup.close();
    });

    test('each that gets its token is connected, also after the page was closed', async () => {
      await options.close();
      options = await openOptions();
      const { olie, zaia } = services;
      await fill(options, t('apiToken'), olie.token);
      await press(options, t('save'));
      await waitForText(options, t('connected', 'Test User, AD-1 awdawd'));
      const section = t('workflows');
      await press(options, t('edit'), section);
      await fill(options, t('clientToken'), workflow.token, section);
      await press(options, t('addWorkflow'), section);
      await waitForText(options, t('connected', 'ord_77'));
      expect(await options.$$eval('.entries li', (rows) => rows.length)).toBe(1);
      await fill(options, t('apiKey'), zaia.apiKey, t('agentRuns'));
      await press(options, t('save'), t('agentRuns'));
      await waitForText(options, t('connected', 'Zaia'));
      expect(Object.keys(JSON.parse(await storedText(options))).sort()).toEqual([
        'glance',
        'settings',
        'state',
      ]);
    });

    test('a timer at another address waits beside the one that is connected, without its token, and can be removed', async () => {
      const { olie } = services;
      const settings = async () => JSON.parse(await storedText(options)).settings;
      const before = await settings();
      await choose(exported.replace(olie.url, 'https://elsewhere.test'));
      await waitForText(options, t('importNeedsToken', 'elsewhere.test'));
      await press(options, t('importNow'));
      await waitForText(options, t('needsTokenMeanwhile'));
      expect(await valueIn(t('apiAddress'))).toBe('https://elsewhere.test');
      await press(options, t('save'));
      expect(await errorAt(options, t('apiToken'))).toBe(t('tokenMissingForAddress'));
      await press(options, t('removeImported'));
      await until(
        async () => (await valueIn(t('apiAddress'))) === olie.url,
        'the form to show what is connected',
      );
      expect(await settings()).toEqual(before);
      expect(JSON.parse(await storedText(options)).awaiting).toBeUndefined();
    });

    test('what no version could read is kept until the user deletes it, and then gone', async () => {
      await options.evaluate(
        `(globalThis.browser ?? chrome).storage.local.set({ 'settings-set-aside': [{ version: 9, token: 'SECRET' }] })`,
      );
      await options.close();
      options = await openOptions();
      await press(options, t('forgetSetAside'));
      expect(await axeViolations(options)).toEqual([]);
      expect(await storedText(options)).toContain('SECRET');
      await press(options, t('forgetSetAsideSure'));
      await waitForText(options, t('forgotSetAside'));
      const stored = await storedText(options);
      expect(stored).not.toContain('SECRET');
      expect(stored).toContain(services.olie.token);
    });
  });
}
