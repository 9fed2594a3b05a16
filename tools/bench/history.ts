import type { Browser, Page } from 'puppeteer-core';
import { median } from 'simple-statistics';
import { hashOf, type PeriodKind, periodWith, shifted } from '../../lib/core/history/period.ts';
import { DEFAULT_PREFERENCES } from '../../lib/core/settings/preferences.ts';
import { plantHistory } from '../../test/support/browsers/planted-history.ts';
import { madeUpYears } from '../../test/support/examples/made-up-years.ts';
import { startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { absolute, type Line, relative } from '../line.ts';
import { bundled } from './bundle.ts';
import { digitsMs } from './digits.ts';
import { SLOWER } from './drawn.ts';
import { historyMs, openHistory, stepMs } from './history-page.ts';
import { inTurn } from './in-turn.ts';
import { openIdlePage, startStage } from './stage.ts';

const YEARS = 10;
const MONDAY = 1;

/** What ten years of history cost: the popup, the history's page, a sheet of all of it, and the disk. */
export async function history(): Promise<Line[]> {
  const olie = await startStandInOlie();
  const stage = await startStage();
  try {
    const { browser, blankOrigin } = stage;
    const [empty, full] = [await stage.addOurs(olie), await stage.addOurs(olie)];
    const page = await openIdlePage(browser, full);
    await page.evaluate(KEEP_FOR_EVER);
    const yearMb = await grownMb(page, 1);
    const today = await plantYears(page, YEARS);
    await page.close();
    // With its five working days: this week may have just begun.
    const week = addressBefore('week', today);
    const opened = await inTurn({
      empty: () => digitsMs(browser, empty),
      full: () => digitsMs(browser, full),
      blank: () => digitsMs(browser, blankOrigin),
      week: () => historyMs(browser, full, week),
    });
    const steps = await stepsMs(browser, full, today);
    const sheet = await sheetsMs(browser, full);
    return [
      relative(
        'history: digits with ten years beside none, ms',
        median(opened.full),
        median(opened.empty),
        1.1,
      ),
      relative(
        'history: a week drawn beside a blank page, ms',
        median(opened.week),
        median(opened.blank),
        2,
      ),
      absolute('history: a step to another week, ms', median(steps.week), 100),
      absolute('history: a step to another month, ms', median(steps.month), 100),
      absolute('history: a sheet of ten years, ms', median(sheet.sheet), 1500),
      absolute('history: reading what is in the sheet, ms', median(sheet.read)),
      absolute('history: disk for a year, MB', yearMb, 3),
    ];
  } finally {
    await stage.close();
    await olie.close();
  }
}

/** Otherwise the background forgets what is older than two years. */
const KEEP_FOR_EVER = `chrome.storage.sync.set(${JSON.stringify({
  preferences: { ...DEFAULT_PREFERENCES, historyMonths: 'ever' },
})})`;

/** @returns today's date */
async function plantYears(page: Page, years: number): Promise<string> {
  const { today } = await plantHistory(page, (...where) => madeUpYears(years, ...where));
  return today.date;
}

/** By how much so many years make the extension's database larger. */
async function grownMb(page: Page, years: number): Promise<number> {
  const usedMb = async () => {
    // It is a number in Chromium.
    return (
      ((await page.evaluate('navigator.storage.estimate().then(({ usage }) => usage)')) as number) /
      1e6
    );
  };
  const beforeMb = await usedMb();
  await plantYears(page, years);
  return (await usedMb()) - beforeMb;
}

/** The address of the period before the one with today. */
function addressBefore(kind: PeriodKind, today: string): string {
  return hashOf({ period: shifted(periodWith(kind, today, MONDAY), -1), project: null });
}

/** How long steps back in the history take, each to a period that was not shown yet. */
async function stepsMs(browser: Browser, origin: string, today: string) {
  const week = await openHistory(browser, origin, addressBefore('week', today));
  const month = await openHistory(browser, origin, addressBefore('month', today));
  return inTurn({ week: () => stepMs(week), month: () => stepMs(month) });
}

/** How long a sheet of all days takes, in a page of the extension. */
async function sheetsMs(browser: Browser, origin: string) {
  const page = await openIdlePage(browser, origin);
  await page.evaluate(await bundled('csv-page.ts'));
  await page.emulateCPUThrottling(SLOWER);
  // Both functions of the page return milliseconds.
  const call = (source: string) => async () => (await page.evaluate(source)) as number;
  return inTurn({ read: call('readMs()'), sheet: call('sheetMs()') });
}
