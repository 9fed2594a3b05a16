import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../../tools/find-browser.mjs';
import {
  echoes,
  openAll,
  SECRETS,
  startServers,
  TELLING,
  telling,
  without,
} from '../support/browsers/canaries.ts';
import { addWorkflow, connectAgentRuns, curlOf } from '../support/browsers/connect.ts';
import type { ExtensionBrowser } from '../support/browsers/extension-browser.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { fill, paste, press, waitForText } from '../support/browsers/page.ts';
import { type Place, placeAt, placesOf, placesWith } from '../support/browsers/places.ts';
import { problemsOn, waitForClock } from '../support/browsers/popup.ts';
import { startSession } from '../support/browsers/session.ts';
import { exportedSettings } from '../support/browsers/settings-file.ts';
import { askForRound } from '../support/browsers/stored-state.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { readBadge } from '../support/browsers/toolbar.ts';
import { storedText } from '../support/browsers/what-is-kept.ts';
import { until } from '../support/until.ts';

/** Tokens that are recognizable: everything is used, everything is broken, and they are found nowhere. */
export function testCanary(kind: BrowserKind): void {
  describe(`no secret comes to light in ${kind}`, () => {
    let session: ExtensionBrowser;
    /** The stranger is another host, which nobody connected: what arrives there was betrayed. */
    let { olie, b3os, zaia, stranger } = {} as Awaited<ReturnType<typeof startServers>>;
    let options: Page;
    let popup: Page;
    let places: Place[];
    let downloads: TemporaryFolder;

    beforeAll(async () => {
      ({ olie, b3os, zaia, stranger } = await startServers());
      downloads = await makeTemporaryFolder('downloads');
      session = await startSession(kind, {
        grants: ['http://127.0.0.1/*'],
        listens: true,
        downloadsTo: downloads.path,
      });
      options = await session.openPage('/options.html', { waitFor: '#olie-address' });
    });
    let isOpen = true;
    const close = async () => {
      if (isOpen) await session?.close();
      isOpen = false;
    };
    afterAll(async () => {
      await close();
      await Promise.all([olie, b3os, zaia, stranger].map((server) => server?.close()));
      downloads?.remove();
    });
    stopAtFirstFailure();

    test('everything is used', async () => {
      await paste(options, 'Execution ID', curlOf(olie));
      await press(options, 'Test connection');
      await waitForText(options, 'It works: Test User');
      await press(options, 'Save', 'Olie');
      await waitForText(options, 'Connected: Test User');

      const workflow = b3os.add({ id: 'exe_1', orderId: 'ord_1', token: SECRETS.b3osToken });
      await options.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await fill(options, 'API key', SECRETS.b3osKey, 'Workflows');
      const token = encodeURIComponent(workflow.token);
      await addWorkflow(options, b3os.url, { ...workflow, token });
      await waitForText(options, 'Connected: ord_1');
      await press(options, 'Edit', 'Workflows');
      await fill(options, 'Label', 'Kit', 'Workflows');
      await press(options, 'Save workflow', 'Workflows');
      await waitForText(options, 'Kit');
      await connectAgentRuns(options, zaia);

      popup = await session.openPage('/popup.html', { waitFor: '.item summary .stages' });
      places = [
        ...placesOf(session, { options, popup }),
        placeAt('another host', stranger),
        placeAt('Olie: secrets of others', without(olie, SECRETS.olie, SECRETS.wrong)),
        placeAt('B3OS: secrets of others', without(b3os, SECRETS.b3osToken, SECRETS.b3osKey)),
        placeAt('Zaia: secrets of others', without(zaia, SECRETS.zaia)),
      ];
      await waitForClock(popup);
      await openAll(popup);
      await popup.waitForSelector('.tree li');
      await press(popup, 'Load more');
      await until(async () => (await popup.$$('.chip')).length > 20, 'more runs');
      await press(popup, 'Refresh');

      await fill(options, 'API token', SECRETS.wrong, 'Olie');
      await press(options, 'Save', 'Olie');
      await waitForText(options, 'Olie refused the token.');
      await fill(options, 'API token', SECRETS.olie, 'Olie');
      await press(options, 'Save', 'Olie');
      await until(async () => /m running$/.test(await readBadge(options)), 'the timer to be back');
      await options.select('#badge-shows', 'total');
      await options.select('#badge-shows', 'elapsed');
      expect(await placesWith(places, TELLING)).toEqual([]);
    });

    test('the exported file has none', async () => {
      const text = await exportedSettings(options, downloads);
      expect(text).toContain('exe_1');
      const file = { name: 'file', read: () => text, plant: null };
      expect(await placesWith([file], TELLING)).toEqual([]);
    });

    test('everything is broken', async () => {
      const all = [olie, b3os, zaia];
      // Each with what may come back of its address, and of its headers.
      const told = [
        { server: olie, inAddress: SECRETS.olie, inHeader: SECRETS.olie },
        { server: b3os, inAddress: SECRETS.b3osToken, inHeader: SECRETS.b3osKey },
        { server: zaia, inAddress: SECRETS.zaia, inHeader: SECRETS.zaia },
      ];
      const failWith = (nth: number) => {
        for (const { server, inAddress, inHeader } of told) {
          server.fail(echoes(inAddress, inHeader)[nth] ?? null);
        }
      };
      for (const nth of echoes('', '').keys()) {
        failWith(nth);
        await askForRound(options, 'user');
        await until(async () => (await problemsOn(popup)).length === 3, 'three problems');
        expect(await placesWith(places, TELLING), `echo ${nth}`).toEqual([]);
      }
      for (const nth of [0, 2]) {
        failWith(nth);
        await popup.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = false;
        });
        await openAll(popup);
        await press(popup, 'Load more');
        await press(options, 'Test connection');
        await options.waitForSelector('.field .error');
        expect(await placesWith(places, TELLING), `opened, echo ${nth}`).toEqual([]);
      }
      for (const { server, inAddress } of told) server.fail(telling(inAddress));
      await askForRound(options, 'user');
      await until(async () => (await problemsOn(popup)).length === 0, 'good answers');
      await openAll(popup);
      expect(await placesWith(places, TELLING), 'told in good answers').toEqual([]);
      for (const server of all) {
        server.fail({ status: 302, headers: { Location: `${stranger.url}/stolen` }, body: '' });
      }
      await askForRound(options, 'user');
      await waitForText(popup, 'Zaia cannot be reached');
      for (const server of all) server.fail(null);
      await askForRound(options, 'user');
      await until(async () => (await problemsOn(popup)).length === 0, 'all to be well again');
      expect(stranger.requests).toEqual([]);
      expect(await placesWith(places, TELLING)).toEqual([]);
    });

    test('the settings alone hold them, and each went to its own server alone', async () => {
      const [stored, { wrong, ...saved }] = [await storedText(options), SECRETS];
      for (const secret of Object.values(saved)) expect(stored).toContain(secret);
      expect(stored).not.toContain(wrong);
      const { extensionOrigin, heard } = session;
      const elsewhere = heard.requests.filter(
        ({ by, url }) => by.startsWith(extensionOrigin) && !url.startsWith(extensionOrigin),
      );
      const servers = [olie, b3os, zaia].map((server) => `${server.url}/`);
      expect(elsewhere.filter(({ url }) => !servers.some((it) => url.startsWith(it)))).toEqual([]);
    });

    test('in each place a secret would have been found', async () => {
      for (const place of places) {
        await place.plant?.('planted-here');
        await until(
          async () => (await placesWith([place], ['planted-here'])).length > 0,
          `the planted one in ${place.name}`,
        );
      }
    });

    test('and no console had one to its end, though each was heard', async () => {
      const { lines } = session.heard;
      await options.evaluate(() => console.warn('planted in options'));
      await popup.evaluate(() => console.warn('planted in popup'));
      await session.warnInBackground('planted in background');
      if (kind === 'chromium') {
        await until(() => lines.join().includes('planted in background'), 'the last line');
      }
      await close();
      const all = lines.join('\n');
      for (const where of ['options', 'popup', 'background']) {
        expect(all).toContain(`planted in ${where}`);
      }
      const consoles = { name: 'consoles', read: () => all, plant: null };
      expect(await placesWith([consoles], TELLING)).toEqual([]);
    });
  });
}
