import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../../tools/find-browser.mjs';
import { curlOf } from '../support/browsers/connect.ts';
import type { ExtensionBrowser } from '../support/browsers/extension-browser.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { fill, paste, press, shownText, waitForText } from '../support/browsers/page.ts';
import { durationsOn, elapsedOn, numberOn, waitForClock } from '../support/browsers/popup.ts';
import { startSession } from '../support/browsers/session.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { grantedOrigins, storedText } from '../support/browsers/what-is-kept.ts';
import { type StandInOlie, startStandInOlie } from '../support/stand-ins/olie.ts';
import { until } from '../support/until.ts';

const RED = [198, 40, 40];
const GREEN = [10, 122, 82];

/** One person's day with the extension, in order: each test goes on where the one before it stopped. */
export function tellStories(kind: BrowserKind): void {
  describe(`in ${kind}`, () => {
    let session: ExtensionBrowser;
    let olie: StandInOlie;
    let options: Page;
    let popup: Page;

    beforeAll(async () => {
      session = await startSession(kind);
      options = await session.openPage('/options.html', { waitFor: '#olie-address' });
    });
    afterAll(async () => {
      await session?.close();
      await olie?.close();
    });

    stopAtFirstFailure();

    const badge = () => readToolbar(options);
    const untilBadge = (text: string) =>
      until(async () => (await badge()).text === text, `the badge "${text}"`);
    /** What the server would say, in whole seconds on this machine's clock. */
    const answered = (name: string) => Number(olie.answer()[name]);

    test('a pasted curl command fills the form; Test tries without storing; Save connects', async () => {
      olie = await startStandInOlie();
      await paste(options, 'Execution ID', curlOf(olie));
      await press(options, 'Test connection');
      await waitForText(options, 'It works: Test User, AD-1 awdawd. Nothing was saved yet.');
      expect((await badge()).text).toBe('');
      await press(options, 'Save');
      await waitForText(options, 'Connected: Test User, AD-1 awdawd');
      expect(olie.requests.map(({ authorization }) => authorization)).toEqual([
        `Bearer ${olie.token}`,
        `Bearer ${olie.token}`,
      ]);
      expect(await options.evaluate(() => document.documentElement.outerHTML)).not.toContain(
        olie.token,
      );
    });

    test('the badge turns within two seconds of the true minute', async () => {
      const startedAtMs = Date.parse(
        // The stand-in answers as documented.
        (olie.answer().current_execution as { started_at: string }).started_at,
      );
      const before = (await badge()).text;
      await until(async () => (await badge()).text !== before, 'the badge to turn', 62_000);
      const secondsPast = ((Date.now() - startedAtMs) / 1000) % 60;
      const minutes = Math.floor((Date.now() - startedAtMs) / 60_000);
      expect(await badge()).toMatchObject({ text: `${minutes}m`, colour: GREEN });
      expect(secondsPast).toBeLessThan(2);
    });

    test('the popup shows the right numbers, and they tick', async () => {
      // All of it: the first frame has the clock alone.
      popup = await session.openPage('/popup.html', { waitFor: 'footer' });
      const first = await waitForClock(popup);
      const total = answered('total_time');
      const within = (seconds: number | null, expected: number) =>
        expect(Math.abs((seconds ?? Number.NaN) - expected)).toBeLessThanOrEqual(1);
      within(await numberOn(popup, 'Today'), total);
      within(await numberOn(popup, 'This project'), answered('current_project_total_time'));
      expect(await numberOn(popup, 'Idle today')).toBe(answered('idle_time'));
      within(first, total - 35_865);
      await until(async () => ((await elapsedOn(popup)) ?? 0) >= first + 2, 'the clock to tick');
      const text = await shownText(popup);
      for (const shown of ['AD-1', 'awdawd', 'funil do abacaxi › tres', '4:38:21', '5:19:24']) {
        expect(text).toContain(shown);
      }
      expect(text).toMatch(/recorded \S+ [AP]M – \S+ [AP]M/);
    });

    test('a timer that is stopped elsewhere stops here, and idle time grows', async () => {
      olie.stop();
      await press(popup, 'Refresh');
      await waitForText(popup, 'No timer running');
      await untilBadge('');
      expect(await elapsedOn(popup)).toBeNull();
      const idle = (await numberOn(popup, 'Idle today')) ?? Number.NaN;
      await until(
        async () => ((await numberOn(popup, 'Idle today')) ?? 0) > idle,
        'idle time to grow',
      );
    });

    test('another timer is followed: the badge, the popup and the next request', async () => {
      const id = olie.start({
        project: { id: 'p-2', code: 'BX-7', name: 'Site <b>novo</b>' },
        hourlyRate: 90,
      });
      await press(popup, 'Refresh');
      await waitForText(popup, 'Site <b>novo</b>');
      await untilBadge('<1m');
      await waitForText(popup, 'Amount so far');
      expect(await waitForClock(popup)).toBeLessThan(10);
      await press(popup, 'Refresh');
      await until(() => olie.requests.at(-1)?.path.endsWith(id), 'a request for the new execution');
    });

    test('an account that hides times sees what runs, and no duration at all', async () => {
      olie.set({ hidden_timers: true });
      await press(popup, 'Refresh');
      await waitForText(popup, 'Your account hides times');
      await untilBadge('•');
      expect(await durationsOn(popup)).toEqual([]);
      expect((await badge()).title).not.toMatch(/\d:\d\d/);
      olie.set(null);
      await press(popup, 'Refresh');
      await waitForClock(popup);
    });

    test('while the server is down the clock goes on; when it is back, so are we', async () => {
      await olie.pause();
      await press(popup, 'Refresh');
      await waitForText(popup, 'Olie cannot be reached');
      expect(await shownText(popup)).toContain('Next try');
      const shown = await waitForClock(popup);
      await until(async () => ((await elapsedOn(popup)) ?? 0) > shown, 'the clock to go on');
      await olie.resume();
      await press(popup, 'Refresh');
      await until(
        async () => !(await shownText(popup)).includes('cannot be reached'),
        'the notice to go',
      );
    });

    test('a refused token turns the badge red, keeps the picture, and waits for the user', async () => {
      olie.fail({ status: 401, body: { message: 'Unauthenticated.' } });
      await press(popup, 'Refresh');
      await waitForText(popup, 'Olie refused the token.');
      expect(await shownText(popup)).toContain('Olie says: Unauthenticated.');
      expect(await shownText(popup)).toContain('BX-7');
      await untilBadge('!');
      expect(await badge()).toMatchObject({ colour: RED });
      expect((await badge()).title).toContain('Olie refused the token.');
      olie.fail(null);
      await fill(options, 'API token', olie.token);
      await press(options, 'Save');
      await waitForText(options, 'Connected: Test User, BX-7');
      await until(async () => !(await shownText(popup)).includes('refused'), 'the popup to follow');
      await untilBadge('<1m');
    });

    test('a worker that is killed is started by the alarm, and the badge goes on', async () => {
      await session.killWorker();
      await options.evaluate(
        `(globalThis.browser ?? chrome).action.setBadgeText({ text: 'dead' })`,
      );
      await options.evaluate(
        `(globalThis.browser ?? chrome).alarms.create('tick', { when: Date.now() + 500, periodInMinutes: 1 })`,
      );
      await until(async () => /^(<1|\d+)m$/.test((await badge()).text), 'the badge to go on');
    });

    test('preferences count at once', async () => {
      await options.select('#badge-shows', 'nothing');
      await untilBadge('');
      await options.select('#badge-shows', 'total');
      await until(async () => /^\d+h$/.test((await badge()).text), 'the total on the badge');
      await options.select('#badge-shows', 'elapsed');
      await until(async () => /m$/.test((await badge()).text), 'the elapsed time on the badge');
    });

    test('Disconnect forgets token, id and answers', async () => {
      await press(options, 'Disconnect');
      await waitForText(options, 'Disconnected.');
      await untilBadge('');
      await waitForText(popup, 'Connect Olie');
      const stored = await storedText(options);
      expect(stored).not.toContain(olie.token);
      expect(stored).not.toContain('awdawd');
      expect(await grantedOrigins(options)).toEqual(
        kind === 'firefox' ? [] : ['http://127.0.0.1/*'],
      );
    });
  });
}
