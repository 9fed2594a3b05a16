/** Every state that popup and options can be in, shown in a real browser: for the eye (screenshots) and for axe. */
import type { Page } from 'puppeteer-core';
import { type Language, textsOf } from '../examples/texts.ts';
import type { StandIns } from '../stand-ins/stand-ins.ts';
import { addWorkflow, connect, connectAgentRuns } from './connect.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { fill, press, waitForText } from './page.ts';

type Visit = (name: string, page: Page) => Promise<void>;

/** Walks through the states of both pages, and visits each when it is on the screen. */
export async function walkThroughScenes(
  session: ExtensionBrowser,
  { olie, b3os, zaia }: StandIns,
  language: Language,
  visit: Visit,
): Promise<void> {
  const t = textsOf(language);
  const popup = await session.openPage('/popup.html', { waitFor: '.welcome' });
  await popup.setViewport({ width: 380, height: 600, deviceScaleFactor: 2 });
  await visit('popup-welcome', popup);

  const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
  await options.setViewport({ width: 760, height: 900, deviceScaleFactor: 2 });
  await fill(options, t('apiAddress'), 'http://api.olie.ai');
  await press(options, t('save'));
  await waitForText(options, t('executionIdMissing'));
  await visit('options-mistakes', options);
  await options.close();
  const connected = await connect(session, olie, language);
  await connected.setViewport({ width: 760, height: 900, deviceScaleFactor: 2 });
  for (const workflow of b3os.addDemo()) {
    await addWorkflow(connected, b3os.url, workflow, language);
  }
  await connectAgentRuns(connected, zaia, language);
  await visit('options', connected);

  const refresh = async (shown: string) => {
    await press(popup, t('refresh'));
    await waitForText(popup, shown);
  };
  await refresh('funil do abacaxi');
  await visit('popup-running', popup);

  await popup.waitForSelector('.item summary .stages');
  await popup.evaluate(() => {
    for (const details of [...document.querySelectorAll('details')].slice(0, 1))
      details.open = true;
    document.querySelector('[data-status="workflow_running"]')?.scrollIntoView();
  });
  await visit('popup-workflows', popup);
  await popup.evaluate(() => {
    const run = document.querySelector<HTMLDetailsElement>(
      'details:has([data-status="completed"])',
    );
    if (run) run.open = true;
    run?.scrollIntoView();
  });
  await popup.waitForSelector('.tree');
  await visit('popup-agent-runs', popup);
  await popup.evaluate(() => document.querySelector('.lists')?.scrollTo(0, 0));

  const { project_id: id } = olie.answer().current_execution as { project_id: string };
  olie.start({
    project: { id, code: 'SITE-2026', name: 'Novo site institucional com área do cliente' },
    step: { id: 9, name: 'Revisão de conteúdo', funnel: { id: 3, name: 'Produção' } },
    hourlyRate: 120,
  });
  await refresh('SITE-2026');
  await visit('popup-running-step', popup);

  await olie.pause();
  await refresh(t('failureNetwork', 'Olie'));
  await makeOld(popup);
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

/** As if three rounds had passed without an answer. */
async function makeOld(popup: Page): Promise<void> {
  await popup.evaluate(`(async () => {
    const { storage } = globalThis.browser ?? chrome;
    const { state } = await storage.local.get('state');
    const { connectionId } = state.feeds.find(({ kind }) => kind === 'olie');
    const { schedules } = await storage.session.get('schedules');
    schedules.find((row) => row.connectionId === connectionId).schedule.oldAtMs = Date.now() - 1;
    await storage.session.set({ schedules });
  })()`);
  await popup.waitForSelector('.hero.old');
}
