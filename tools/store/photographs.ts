/** Photographs of the real popup and pages, for the stores' pictures. */
import type { Page } from 'puppeteer-core';
import { press, waitForText } from '../../test/support/browsers/page.ts';
import { choose } from '../../test/support/browsers/stored.ts';
import { type Language, textsOf } from '../../test/support/examples/texts.ts';
import { until } from '../../test/support/until.ts';
import { areaOf, endOfRows, look, type Photograph, photographArea } from './camera.ts';
import type { Stage } from './stage.ts';

/** What is photographed. The pictures name it. */
export type Photographs = Awaited<ReturnType<typeof photographAll>>;

/** How many pixels each of CSS takes. What is drawn larger stays crisp. */
const LARGER = 1.2;
const POPUP_WIDTH = 380;
/** Browsers allow no taller popup. */
const POPUP_HEIGHT = 600;
/** The most that is shown of a page. */
const PAGE_HEIGHT = 640;
const DAY_S = 24 * 60 * 60;

/** Takes all photographs of a language. Nothing is connected before. */
export async function photographAll(stage: Stage, language: Language) {
  const welcome = await photographWelcome(stage);
  await stage.connectAll();
  const popup = await photographPopup(stage, language);
  const history = await photographHistory(stage, language);
  const reminders = await photographReminders(stage, language);
  return { welcome, ...popup, history, reminders };
}

async function photographWelcome({ session }: Stage): Promise<Photograph> {
  const page = await session.openPage('/welcome.html', { waitFor: '#anything' });
  await look(page, { width: 720, height: 1000, scale: 1 });
  const area = await areaOf(page, 'main', 28);
  const end = await endOfRows(page, 'main form', area.y + PAGE_HEIGHT);
  const photograph = await photographArea(page, { ...area, height: end + 28 - area.y });
  await page.close();
  return photograph;
}

async function photographPopup({ session, story }: Stage, language: Language) {
  const t = textsOf(language);
  const page = await session.openPage('/popup.html', { waitFor: '.week' });
  await waitForText(page, story.projects[0].code);
  const size = { width: POPUP_WIDTH, height: POPUP_HEIGHT, scale: LARGER };
  await look(page, size);
  // As it opens from the toolbar; a little lower, so that it ends with a whole row.
  const lists = await areaOf(page, '.lists', 0);
  const listsEnd = lists.y + lists.height;
  const cutPx = listsEnd - (await endOfRows(page, '.rows > li', listsEnd));
  await look(page, { ...size, height: Math.ceil(POPUP_HEIGHT - cutPx) });
  const running = await photographArea(page, await areaOf(page, '.popup', 0));
  // Only what stands above the lists.
  const [top, day] = [await areaOf(page, '.popup', 0), await areaOf(page, '.day', 0)];
  const height = day.y + day.height + 6 - top.y;
  const upper = await photographArea(page, { ...top, height });
  await look(page, { ...size, scale: 1 });
  const hero = await photographArea(page, await areaOf(page, '.hero', 12));

  await look(page, { width: POPUP_WIDTH, height: 1100, scale: 1.25 }, 'dark');
  await page.$eval('.item:has([data-status="workflow_running"]) details', (details) => {
    details.open = true;
  });
  await waitForText(page, story.events[0]?.[1] ?? '');
  await look(page, { width: POPUP_WIDTH, height: 1100, scale: 1.25 }, 'dark');
  const workflows = await photographSection(page, t('workflows'), 440);
  const runs = await photographSection(page, t('agentRuns'), 300);
  await page.close();
  return { running, upper, hero, workflows, runs };
}

/** One section of the popup's lists, down to a whole row. */
async function photographSection(page: Page, heading: string, mostPx: number): Promise<Photograph> {
  const scroll = async (text: string) => {
    const sections = [...document.querySelectorAll('.lists > section')];
    const section = sections.find((one) =>
      one.querySelector('.heading')?.textContent?.startsWith(text),
    );
    if (section === undefined) return false;
    section.id = 'photographed';
    section.scrollIntoView();
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
    const { top } = section.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  };
  await page.$$eval('#photographed', (sections) => {
    for (const section of sections) section.id = '';
  });
  // Sessions of earlier days come while the list moves past them.
  await until(() => page.evaluate(scroll, heading), `${heading} in sight`);
  const { y } = await areaOf(page, '#photographed', 0);
  const end = await endOfRows(
    page,
    '#photographed .rows > li, #photographed .events > li',
    y + mostPx,
  );
  return photographArea(page, { x: 0, y, width: POPUP_WIDTH, height: end - y });
}

async function photographHistory({ session }: Stage, language: Language): Promise<Photograph> {
  const page = await session.openPage('/history.html', { waitFor: '.history-day' });
  await look(page, { width: 1000, height: 1200, scale: 1.15 });
  await press(page, textsOf(language)('previous'));
  await page.waitForSelector('.next[aria-disabled="false"]');
  await look(page, { width: 1000, height: 1200, scale: 1.15 });
  const area = await areaOf(page, 'main', 20);
  const end = await endOfRows(page, 'main > .overview', area.y + PAGE_HEIGHT);
  const photograph = await photographArea(page, { ...area, height: end + 12 - area.y });
  await page.close();
  return photograph;
}

async function photographReminders({ options }: Stage, language: Language): Promise<Photograph> {
  await choose(options, { reminders: { isOn: true }, dailyGoalS: DAY_S / 3 });
  await waitForText(options, textsOf(language)('ruleExpected'));
  await look(options, { width: 900, height: 2000, scale: 1 });
  await options.$eval('#reminders', (section) => section.scrollIntoView({ block: 'center' }));
  const area = await areaOf(options, '#reminders', 24);
  const end = await endOfRows(options, '#reminders > *', area.y + PAGE_HEIGHT);
  return photographArea(options, { ...area, height: end + 4 - area.y });
}
