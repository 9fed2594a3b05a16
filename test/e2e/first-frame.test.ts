import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../support/browsers/connect.ts';
import type { ExtensionBrowser } from '../support/browsers/extension-browser.ts';
import { press, waitForText } from '../support/browsers/page.ts';
import { startSession } from '../support/browsers/session.ts';
import { type StandInOlie, startStandInOlie } from '../support/stand-ins/olie.ts';
import { until } from '../support/until.ts';

let session: ExtensionBrowser;
let olie: StandInOlie;
let options: Page;

beforeAll(async () => {
  olie = await startStandInOlie();
  session = await startSession('chromium');
  options = await connect(session, olie);
});
afterAll(async () => {
  await session?.close();
  await olie?.close();
});

/** A drawing of the popup as it was painted: its texts, and where the hero and the popup end, in CSS pixels. */
interface Drawing {
  text: string;
  hero: string;
  height: number;
  isWhole: boolean;
}

/** Opens the popup, and gives what it showed in each frame, from the first one that is not empty to the whole popup. */
async function drawingsOfPopup(): Promise<Drawing[]> {
  const popup = await session.browser.newPage();
  await popup.setViewport({ width: 380, height: 600 });
  await popup.evaluateOnNewDocument(`(() => {
    const drawings = (globalThis.drawings = []);
    const draw = () => {
      requestAnimationFrame(draw);
      const popup = document.querySelector('#app > *');
      if (popup === null) return;
      const boxes = [...document.querySelectorAll('.hero, .hero *')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.className || element.tagName, x, y, width, height].join(' ');
      });
      const isWhole = document.querySelector('footer, .welcome') !== null;
      drawings.push({ text: popup.innerText, hero: boxes.join(), height: popup.offsetHeight, isWhole });
    };
    requestAnimationFrame(draw);
  })()`);
  await popup.goto(`${session.extensionOrigin}/popup.html`);
  const drawings = await until(async () => {
    // The script above makes them.
    const made = (await popup.evaluate('drawings')) as Drawing[];
    return made.at(-1)?.isWhole ? made : null;
  }, 'the whole popup');
  await popup.close();
  return drawings;
}

/** Presses a button on a popup, and waits for a text. */
async function refreshUntil(text: string): Promise<void> {
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  await press(popup, 'Refresh');
  await waitForText(popup, text);
  await popup.close();
}

test('what runs is painted first, where it stays when the rest is painted, and the popup does not grow', async () => {
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  await popup.setViewport({ width: 380, height: 600 });
  await until(async () => {
    const kept = await popup.evaluate('chrome.storage.session.get("popupHeight")');
    const shown = await popup.evaluate(
      '({ popupHeight: document.querySelector(".popup").offsetHeight })',
    );
    return JSON.stringify(kept) === JSON.stringify(shown);
  }, 'the height to be remembered');
  await popup.close();
  const drawings = await drawingsOfPopup();
  const [first, last] = [drawings[0], drawings.at(-1)];
  expect(first?.isWhole).toBe(false);
  expect(first?.text).toMatch(/^AD-1\s+awdawd\s+TU\s+0:\d\d:\d\d\s+Running since/);
  expect(first?.text).not.toContain('Recent sessions');
  expect(last?.text).toContain('Recent sessions');
  expect(new Set(drawings.map(({ hero }) => hero)).size).toBe(1);
  expect(new Set(drawings.map(({ height }) => height)).size).toBe(1);
});

test('of a long list as much is drawn as is in sight, and more as it is scrolled', async () => {
  await options.evaluate(`(async () => {
    const { state } = await chrome.storage.local.get('state');
    const { data } = state.feeds[0];
    data.recent = Array.from({ length: 50 }, (_, id) => ({ ...data.recent[0], id: String(id) }));
    await chrome.storage.local.set({ state });
  })()`);
  const popup = await session.openPage('/popup.html', { waitFor: '.row' });
  await popup.setViewport({ width: 380, height: 600 });
  const rows = () => popup.$$eval('.row', (found) => found.length);
  expect(await rows()).toBe(20);
  await until(async () => {
    await popup.$eval('.lists', (lists) => lists.scrollTo(0, lists.scrollHeight));
    return (await rows()) === 50;
  }, 'all rows');
  await popup.close();
});

test.each([
  [
    'a refused token',
    () => olie.fail({ status: 401, body: { message: 'No.' } }),
    'refused the token',
  ],
  [
    'times that the account hides',
    () => olie.set({ hidden_timers: true }),
    'Your account hides times',
  ],
  ['a timer that was stopped', () => olie.stop(), 'No timer running'],
])('with %s, that is in the first frame too', async (_, happen, text) => {
  happen();
  await refreshUntil(text);
  for (const drawing of await drawingsOfPopup()) expect(drawing.text).toContain(text);
  olie.fail(null);
  olie.set(null);
});

test('and so is that what is shown is old, and that nothing is connected', async () => {
  olie.start({});
  await refreshUntil('Running since');
  await options.evaluate(`(async () => {
    const { schedules } = await chrome.storage.session.get('schedules');
    schedules[0].schedule.oldAtMs = Date.now() - 1;
    await chrome.storage.session.set({ schedules });
  })()`);
  await olie.pause();
  for (const { text } of await drawingsOfPopup()) expect(text).toContain('Updated');
  await press(options, 'Disconnect');
  await waitForText(options, 'Disconnected.');
  for (const { text } of await drawingsOfPopup()) expect(text).toContain('Connect Olie');
});
