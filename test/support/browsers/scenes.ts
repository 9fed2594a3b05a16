/** Shows every state of the popup, and of the pages, for screenshots and for axe. */
import type { Page } from 'puppeteer-core';
import type { Translate } from '../../../lib/core/texts.ts';
import { type Language, textsOf } from '../examples/texts.ts';
import { until } from '../until.ts';
import { clickOn } from './click.ts';
import { connectB3os, connectOlie, connectZaia } from './connect.ts';
import { fill, press, shownText, waitForText } from './page.ts';
import { plantHistory } from './planted-history.ts';
import { openAll } from './popup.ts';
import { choose, makeTimerOld } from './stored.ts';
import type { World } from './world.ts';

const HOUR_S = 3600;

/**
 * @param world with nothing connected yet
 * @param visit is called while a state is on the screen, with the state's name
 * @param scale the pixels of the screen for each of CSS, in each direction
 */
export async function walkThroughScenes(
  world: World,
  language: Language,
  visit: (name: string, page: Page) => Promise<void>,
  scale = 1,
): Promise<void> {
  const { session, options, olie, b3os, zaia } = world;
  const t = textsOf(language);
  const popup = await session.openPage('/popup.html', { waitFor: '.welcome' });
  await popup.setViewport({ width: 380, height: 600, deviceScaleFactor: scale });
  await visit('popup-welcome', popup);

  const welcome = await session.openPage('/welcome.html', { waitFor: '#anything' });
  await welcome.setViewport({ width: 820, height: 900, deviceScaleFactor: scale });
  await openAll(welcome);
  await visit('welcome', welcome);

  await options.setViewport({ width: 1100, height: 900, deviceScaleFactor: scale });
  await fill(options, t('apiAddress'), 'http://api.olie.ai');
  await press(options, t('save'));
  await waitForText(options, t('executionIdMissing'));
  await visit('options-mistakes', options);

  await connectOlie(options, olie, t);
  await plantHistory(options);
  for (const workflow of b3os.addDemo()) await connectB3os(options, b3os.url, workflow, t);
  await connectZaia(options, zaia, t);
  await visit('options', options);
  await choose(options, { reminders: { isOn: true, workFromMin: 1320, workToMin: 360 } });
  await press(options, t('muteFor2Hours'));
  await waitForText(options, t('unmute'));
  await options.$eval('#reminders details', (details) => {
    details.open = true;
  });
  await options.$eval('#reminders', (section) => section.scrollIntoView());
  await visit('options-reminders', options);
  await press(options, t('disconnect'), t('agentRuns'));
  await options.waitForSelector('dialog[open]');
  await visit('options-dialog', options);
  await press(options, t('cancel'));
  await welcome.waitForSelector('.live [role=timer]');
  await visit('welcome-done', welcome);
  await welcome.close();
  // By day: the history counts idle time in the working hours.
  await choose(options, { reminders: { isOn: true } });
  await visitHistory(world, t, visit, scale);

  const refresh = async (shown: string) => {
    await press(popup, t('refresh'));
    await waitForText(popup, shown);
  };
  await refresh('funil do abacaxi');
  await popup.waitForSelector('.week');
  await waitForText(popup, t('unmute'));
  await visit('popup-muted', popup);
  await press(popup, t('unmute'));
  // Firefox keeps a line like it: it has not allowed notifications.
  const isUnmuted = async () => !(await shownText(popup)).includes(t('unmute'));
  await until(isUnmuted, 'the reminders to be unmuted');
  await visit('popup-running', popup);

  await popup.waitForSelector('.item summary .stages');
  await popup.$eval('details', (details) => {
    details.open = true;
  });
  await popup.$eval('[data-status="workflow_running"]', (status) => status.scrollIntoView());
  await visit('popup-workflows', popup);
  const run = (await popup.$eval('.item:has([data-status="completed"])', ({ id }) => id)) ?? '';
  await clickOn(popup, `[id="${run}"] summary`);
  // It moves the rest down as it comes.
  await popup.waitForSelector(`[id="${run}"] .tree`);
  await press(popup, t('follow'));
  await waitForText(popup, `· ${t('followed')}`);
  await clickOn(popup, `[id="${run}"] .more-about`);
  await popup.waitForSelector('.json');
  await popup.$eval(`[id="${run}"]`, (row) => row.scrollIntoView());
  await visit('popup-agent-runs', popup);
  await popup.$eval('.lists', (lists) => lists.scrollTo(0, 0));

  // The stand-in answers as documented.
  const { project_id: id } = olie.answer().current_execution as { project_id: string };
  olie.start({
    project: { id, code: 'SITE-2026', name: 'Novo site institucional com área do cliente' },
    step: { id: 9, name: 'Revisão de conteúdo', funnel: { id: 3, name: 'Produção' } },
    hourlyRate: 120,
  });
  await refresh('SITE-2026');
  await visit('popup-running-step', popup);

  olie.set(totalsOf(10_000 * HOUR_S));
  await refresh('10000:00:');
  await visit('popup-long', popup);
  olie.set(null);
  await press(popup, t('refresh'));
  const isShort = async () => !(await shownText(popup)).includes('10000:');
  await until(isShort, 'the documented totals');

  await olie.pause();
  await refresh(t('failureNetwork', 'Olie'));
  await makeTimerOld(popup);
  await popup.waitForSelector('.hero.old');
  await visit('popup-old', popup);
  await olie.resume();

  olie.fail({ status: 401, body: { message: 'Unauthenticated.' } });
  await refresh(t('failureTokenRefused', 'Olie'));
  await visit('popup-needs-you', popup);
  olie.fail(null);

  olie.set({ hidden_timers: true });
  await refresh(t('timesHidden'));
  await visit('popup-hidden', popup);
  olie.set(null);

  olie.stop();
  await refresh(t('noTimerRunning'));
  await visit('popup-stopped', popup);
}

/** More than most tracked, in all that the popup has of today. In seconds. */
function totalsOf(seconds: number) {
  const times = [
    'total_time',
    'idle_time',
    'current_project_total_time',
    'current_step_total_time',
  ];
  // The step's time is shown if it differs from the project's.
  return Object.fromEntries(times.map((name, index) => [name, seconds + index]));
}

/** The days below the first two are drawn after the first frame. */
async function allDays(history: Page): Promise<void> {
  const count = (selector: string) => history.$$eval(selector, ({ length }) => length);
  await until(async () => (await count('.history-day')) > 2, 'the lower days');
}

/** A week of four that were made up, and their month. */
async function visitHistory(
  { session }: World,
  t: Translate,
  visit: (name: string, page: Page) => Promise<void>,
  scale: number,
): Promise<void> {
  const history = await session.openPage('/history.html', { waitFor: '.toolbar' });
  await history.setViewport({ width: 1120, height: 900, deviceScaleFactor: scale });
  await press(history, t('previous'));
  await history.waitForSelector('.next[aria-disabled="false"]');
  await allDays(history);
  await visit('history', history);
  await press(history, t('month'));
  await history.waitForSelector('.plot.thin');
  await allDays(history);
  await visit('history-month', history);
  await history.close();
}
