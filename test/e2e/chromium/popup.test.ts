import { beforeAll, expect, test } from 'vitest';
import { clickOn } from '../../support/browsers/click.ts';
import { press, pressAndConfirm, waitForText } from '../../support/browsers/page.ts';
import { plantHistory } from '../../support/browsers/planted-history.ts';
import { waitForClock } from '../../support/browsers/popup.ts';
import { choose, makeTimerOld, storeSessions } from '../../support/browsers/stored.ts';
import { type World, world } from '../../support/browsers/world.ts';

let { olie, session, options } = {} as World;

beforeAll(async () => {
  const made = await world({ browser: 'chromium', services: ['olie'] });
  ({ olie, session, options } = made);
  return made.close;
});

// WebDriver cannot reach the real popup of Firefox. There, other tests open the same page in a tab.
test('the popup that the toolbar opens is 380 wide, at most 600 tall, and refreshes', async () => {
  const requests = olie.requests.length;
  const popup = await session.openRealPopup(options);
  await waitForClock(popup);
  const size = () => popup.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await expect.poll(size).toMatchObject({ width: 380 });
  expect((await size()).height).toBeGreaterThan(300);
  expect((await size()).height).toBeLessThanOrEqual(600);
  // It shows an answer of less than ten seconds ago.
  expect(olie.requests.length).toBe(requests);
  await press(popup, 'Refresh');
  await expect.poll(() => olie.requests.length).toBeGreaterThan(requests);
  await popup.close();
});

test('the side panel opens from the popup, which goes, and shows the same clock', async () => {
  const popup = await session.openRealPopup(options);
  const clock = await waitForClock(popup);
  const opened = session.browser.waitForTarget((target) =>
    target.url().endsWith('/sidepanel.html'),
  );
  await clickOn(popup, 'footer .panel');
  const panel = await (await opened).asPage();
  expect((await waitForClock(panel)) - clock).toBeLessThanOrEqual(10);
  await expect.poll(() => popup.isClosed()).toBe(true);
  // Switched off, the browser closes it.
  await choose(options, { sidePanel: false });
  await expect.poll(() => panel.isClosed()).toBe(true);
  await choose(options, {});
});

test('on paper, pages have nothing that can only be pressed', async () => {
  const popup = await openPopup();
  for (const page of [popup, options]) {
    const pressable = () =>
      page.$$eval('button, .button, nav a', (found) =>
        found.filter((one) => one.checkVisibility()).map(({ textContent }) => textContent),
      );
    expect((await pressable()).length).toBeGreaterThan(1);
    await page.emulateMediaType('print');
    expect(await pressable()).toEqual([]);
    await page.emulateMediaType();
  }
  await popup.close();
});

/** One frame of the popup as it was painted. */
interface Frame {
  text: string;
  isWhole: boolean;
}

const openPopup = async () => {
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  await popup.setViewport({ width: 380, height: 600 });
  return popup;
};

/** Opens the popup, and returns its frames from the first that is not empty to the first that is whole. */
async function framesOfPopup(): Promise<Frame[]> {
  const popup = await session.browser.newPage();
  await popup.setViewport({ width: 380, height: 600 });
  await popup.evaluateOnNewDocument(`(() => {
    const frames = (globalThis.frames = []);
    const draw = () => {
      requestAnimationFrame(draw);
      const popup = document.querySelector('#app > *');
      if (popup === null) return;
      const isWhole = document.querySelector('footer, .welcome') !== null;
      frames.push({ text: popup.innerText, isWhole });
    };
    requestAnimationFrame(draw);
  })()`);
  await popup.goto(`${session.extensionOrigin}/popup.html`);
  await popup.waitForFunction('frames.at(-1)?.isWhole', { polling: 25 });
  // The script above makes them.
  const frames = (await popup.evaluate('frames')) as Frame[];
  await popup.close();
  return frames;
}

/** Presses Refresh on a popup, and waits for a text. */
async function refreshUntil(text: string): Promise<void> {
  const popup = await openPopup();
  await press(popup, 'Refresh');
  await waitForText(popup, text);
  await popup.close();
}

test('the first frame is the whole popup, with the running timer', async () => {
  const frames = await framesOfPopup();
  const [first] = frames;
  expect(frames.map(({ isWhole }) => isWhole)).not.toContain(false);
  expect(first?.text).toMatch(/\nAD-1\s+awdawd\s+TU\s+0:\d\d:\d\d\s+Running since/);
  expect(first?.text).toContain('Sessions today');
});

test('a long list is drawn as far as it is in sight, and further as it is scrolled', async () => {
  await storeSessions(options, 50);
  const popup = await session.openPage('/popup.html', { waitFor: '.row' });
  await popup.setViewport({ width: 380, height: 600 });
  const rows = async () => (await popup.$$('.row')).length;
  await expect.poll(rows).toBe(20);
  await expect
    .poll(async () => {
      await popup.$eval('.lists', (lists) => lists.scrollTo(0, lists.scrollHeight));
      return rows();
    })
    .toBe(50);
  await popup.close();
});

test.each([
  {
    what: 'a refused token',
    happen: () => olie.fail({ status: 401, body: { message: 'No.' } }),
    text: 'refused the token',
  },
  {
    what: 'times that the account hides',
    happen: () => olie.set({ hidden_timers: true }),
    text: 'Your account hides times',
  },
  { what: 'a stopped timer', happen: () => olie.stop(), text: 'No timer running' },
])('the first frame shows $what', async ({ happen, text }) => {
  happen();
  await refreshUntil(text);
  for (const frame of await framesOfPopup()) expect(frame.text).toContain(text);
  olie.fail(null);
  olie.set(null);
});

test('each day of sessions is apart from the day above it, with nothing but Olie connected', async () => {
  await plantHistory(options);
  const popup = await openPopup();
  const gaps = () =>
    popup.$$eval('.lists > section', (days) =>
      days.slice(1).map((day, index) => {
        const above = days[index]?.getBoundingClientRect().bottom ?? 0;
        return Math.round(day.getBoundingClientRect().top - above);
      }),
    );
  await expect.poll(async () => new Set(await gaps())).toEqual(new Set([12]));
});

test('the first frame shows that times are old, and that nothing is connected', async () => {
  olie.start({});
  await refreshUntil('Running since');
  await makeTimerOld(options);
  await olie.pause();
  for (const { text } of await framesOfPopup()) expect(text).toContain('Updated');
  await pressAndConfirm(options, 'Disconnect');
  await waitForText(options, 'Disconnected.');
  for (const { text } of await framesOfPopup()) expect(text).toContain('Connect Olie');
});
