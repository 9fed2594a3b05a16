import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../../tools/find-browser.mjs';
import { addWorkflow, connect, connectAgentRuns } from '../support/browsers/connect.ts';
import type { ExtensionBrowser } from '../support/browsers/extension-browser.ts';
import { HOSTILE, sayEverywhere, troublesOn } from '../support/browsers/hostile.ts';
import { fill, press, shownText, waitForText } from '../support/browsers/page.ts';
import { elapsedOn, waitForClock } from '../support/browsers/popup.ts';
import { startSession } from '../support/browsers/session.ts';
import { askForRound } from '../support/browsers/stored-state.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { type StandIns, startStandIns } from '../support/stand-ins/stand-ins.ts';
import { until } from '../support/until.ts';

const LONGEST_TITLE = 600;

/** Services that send the worst in every text: it is shown as text, turns nothing, and widens nothing. */
export function testHostileTexts(kind: BrowserKind): void {
  describe(`hostile texts in ${kind}`, () => {
    let session: ExtensionBrowser;
    let services: StandIns;
    let options: Page;
    let popup: Page;
    let clock: string;
    const dialogs: string[] = [];

    const clockBox = () =>
      popup.$eval('.clock', (element) => {
        const { x, width, height } = element.getBoundingClientRect();
        return [x, width, height].map(Math.round).join();
      });
    const saidOfOlie = () =>
      options.$eval('[aria-labelledby="olie-title"] .message', (said) => said.textContent ?? '');
    const watch = async (page: Page, width: number) => {
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        dialog.dismiss();
      });
      await page.setViewport({ width, height: 600 });
    };

    beforeAll(async () => {
      services = await startStandIns();
      session = await startSession(kind);
      options = await connect(session, services.olie);
      const { b3os, zaia } = services;
      await addWorkflow(
        options,
        b3os.url,
        b3os.add({ id: 'exe_1', status: 'workflow_running', metadata: { customer: 'Ana' } }),
      );
      await connectAgentRuns(options, zaia);
      popup = await session.openPage('/popup.html', { waitFor: '.item summary .stages' });
      await watch(popup, 380);
      await watch(options, 760);
      await waitForClock(popup);
      clock = await clockBox();
    });
    afterAll(async () => {
      await session?.close();
      await services?.close();
    });

    test.for(Object.entries(HOSTILE))('%s', async ([name, sent]) => {
      sayEverywhere(services, sent, ['exe_1']);
      const text = shown(sent);
      await askForRound(options, 'user');
      await until(async () => {
        const title = await popup.$eval('h1', (heading) => heading.textContent);
        return title === text;
      }, 'the hostile name');
      await popup.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await popup.waitForSelector('.tree li');
      expect(await troublesOn(popup, text), name).toEqual([]);
      expect(await elapsedOn(popup)).not.toBeNull();
      expect(await clockBox()).toBe(clock);
      if (name === 'markup') expect(await shownText(popup)).toContain(text);
      expect((await readToolbar(options)).title.length).toBeLessThan(LONGEST_TITLE);

      await fill(options, 'API token', services.olie.token);
      await press(options, 'Test connection');
      await waitForText(options, 'Nothing was saved yet');
      expect(await troublesOn(options, text), `${name}, tested`).toEqual([]);
      await press(options, 'Save', 'Olie');
      await until(async () => /^Connected: /.test(await saidOfOlie()), 'it to be saved');
      expect(await troublesOn(options, text), `${name}, options`).toEqual([]);

      for (const server of [services.olie, services.b3os, services.zaia]) {
        server.fail({ status: 500, body: { message: sent } });
      }
      await askForRound(options, 'user');
      await popup.waitForSelector('.notice');
      expect(await troublesOn(popup, text), `${name}, as a message`).toEqual([]);
      expect(await clockBox()).toBe(clock);
      expect(dialogs).toEqual([]);
    });

    test('also in the last session, where no timer runs', async () => {
      services.olie.stop();
      for (const [name, sent] of Object.entries(HOSTILE)) {
        sayEverywhere(services, sent, ['exe_1']);
        await askForRound(options, 'user');
        await until(async () => {
          const hero = await popup.$eval('.hero', ({ textContent }) => textContent);
          return hero?.startsWith('No timer running') && hero.includes(shown(sent));
        }, `${name} in the last session`);
        expect(await troublesOn(popup, shown(sent)), name).toEqual([]);
      }
    });

    test('and if a text came to be markup, the policy would stop it', async () => {
      const { url, requests } = services.b3os;
      const before = requests.length;
      for (const page of [options, popup]) {
        const refused = await page.evaluate(refusedByPolicy, `${url}/picture.png`);
        expect(refused).toEqual([
          'img-src',
          'script-src-attr',
          'script-src-elem',
          'style-src-attr',
        ]);
      }
      expect(requests.slice(before).filter(({ path }) => path.includes('picture'))).toEqual([]);
      expect(dialogs).toEqual([]);
    });
  });
}

/** As it is shown: a `<bdi>` does not hold back what is left out (lib/api/wire.ts). */
function shown(sent: string): string {
  return sent.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** What the policy refuses of markup that is put into the page by hand; runs in the page. */
async function refusedByPolicy(picture: string): Promise<string[]> {
  const refused = new Set<string>();
  const done = new Promise<void>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.add(effectiveDirective);
      if (refused.size === 4) resolve();
    });
    setTimeout(resolve, 3_000);
  });
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = `<img src="${picture}"><p style="color: red"></p><img src="/none" onerror="alert(1)">`;
  const script = document.createElement('script');
  script.textContent = 'alert(2)';
  place.append(script);
  await done;
  place.remove();
  return [...refused].sort();
}
