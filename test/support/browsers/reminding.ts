/** Reminders in a real browser: what is chosen, remembered, and shown. Reached from a page of the extension. */
import type { Page } from 'puppeteer-core';
import type { Told } from '../../../lib/core/reminders/ledger.ts';
import type { Presence } from '../../../lib/core/reminders/presence.ts';
import { ALL_OFF } from '../examples/reminder-facts.ts';
import { PATIENCE_MS, until } from '../until.ts';
import { clickOn } from './click.ts';
import { callBrowser, evaluateText } from './evaluate.ts';
import { runRound } from './stored.ts';

const DAY_MIN = 1440;
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** A minute of the day, so long ago. */
function minuteAgo(minutes: number): number {
  const now = new Date();
  return (now.getHours() * 60 + now.getMinutes() - minutes + DAY_MIN) % DAY_MIN;
}

/**
 * Switches reminders on with these rules alone, and a goal of an hour. The working hours began two hours ago.
 * @param endedMinutesAgo Default: they do not end today.
 */
export async function remindOf(page: Page, rules: object, endedMinutesAgo?: number): Promise<void> {
  const workFromMin = minuteAgo(120);
  const workToMin = endedMinutesAgo === undefined ? workFromMin : minuteAgo(endedMinutesAgo);
  const hours = { workDays: DAYS, workFromMin, workToMin };
  const reminders = { isOn: true, ...hours, atMostADay: 12, rules: { ...ALL_OFF, ...rules } };
  const preferences = { dailyGoalS: 3600, reminders };
  await callBrowser(page, `storage.sync.set(${JSON.stringify({ preferences })})`);
}

/** What was told, and when: the ledger. */
export async function toldIn(page: Page): Promise<Told[]> {
  const { reminders } = Object(await callBrowser(page, "storage.local.get('reminders')"));
  return reminders?.ledger.told ?? [];
}

/**
 * The background looks as if it had not run for so long: the computer was asleep, and is awake again. On a slow machine, a round
 * that is late writes a sign of life over it: then once more.
 */
export async function sleepFor(page: Page, ms: number): Promise<void> {
  const isKept = async () => {
    await reminded(page);
    const alive = JSON.stringify({ alive: Date.now() - ms });
    await callBrowser(page, `storage.session.set(${alive})`);
    await runRound(page, 'user');
    return (await remembered(page)).presence.absences.length > 0;
  };
  await until(isKept, 'the absence', PATIENCE_MS);
}

/** No round waits for its reminders: they would write over what a test writes. Resolves once they write nothing more. */
async function reminded(page: Page): Promise<void> {
  let last: unknown;
  const isStill = async () => {
    const { alive } = Object(await callBrowser(page, "storage.session.get('alive')"));
    const isSame = alive === last;
    last = alive;
    return isSame;
  };
  // On a busy machine they may pause for long.
  await until(isStill, 'the reminders', PATIENCE_MS, 1_000);
}

/** Somebody has been at the computer for so long. On a slow machine, a round that is late writes over it: then once more. */
export async function bePresentFor(page: Page, ms: number): Promise<void> {
  const seenFromMs = Date.now() - ms;
  const isKept = async () => {
    await reminded(page);
    const reminders = await remembered(page);
    if (reminders.presence.seenFromMs === seenFromMs) return true;
    const presence = { ...reminders.presence, absences: [], seenFromMs };
    const text = JSON.stringify({ reminders: { ...reminders, presence } });
    await callBrowser(page, `storage.local.set(${text})`);
    return false;
  };
  await until(isKept, 'who is at the computer', PATIENCE_MS);
}

async function remembered(page: Page): Promise<{ presence: Presence }> {
  const { reminders } = Object(await callBrowser(page, "storage.local.get('reminders')"));
  // The background has written it.
  return reminders as { presence: Presence };
}

/** Without a screen, Chromium closes notifications by itself after eight seconds: those are remembered, too. */
export async function watchNotifications(page: Page): Promise<void> {
  await evaluateText(
    page,
    `(() => {
      globalThis.noticed = [];
      (globalThis.browser ?? chrome).notifications.onClosed.addListener((id) => noticed.push(id));
    })()`,
  );
}

/** The ids of the notifications that the browser shows or has shown, once each. */
export async function noticedIn(page: Page): Promise<string[]> {
  const text = `(globalThis.browser ?? chrome).notifications.getAll().then((all) =>
    [...new Set([...Object.keys(all), ...noticed])].sort().join())`;
  return String(await evaluateText(page, text)).split(',');
}

/** Allows notifications as a person does: Firefox takes the question only in a click's own turn. */
export async function allowNotifications(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'allow';
    button.textContent = 'Allow';
    button.onclick = () =>
      (
        globalThis as never as { browser: { permissions: { request(wanted: object): void } } }
      ).browser.permissions.request({ permissions: ['notifications'] });
    document.body.prepend(button);
  });
  await clickOn(page, '#allow');
  await page.$eval('#allow', (button) => button.remove());
}

/** The ids of the notifications that the browser shows now. */
export async function shownIn(page: Page): Promise<string[]> {
  return Object.keys(Object(await callBrowser(page, 'notifications.getAll()')));
}

/** Until when reminders are muted; null if they are not. */
export async function mutedIn(page: Page): Promise<number | null> {
  const { reminders } = Object(await callBrowser(page, "storage.local.get('reminders')"));
  return reminders?.ledger.mutedUntilMs ?? null;
}

/** How often the popup is open, by a click on the toolbar or in a window of its own. */
export async function openPopups(page: Page): Promise<number> {
  const contexts = (await callBrowser(page, 'runtime.getContexts({})')) as {
    documentUrl?: string;
  }[];
  return contexts.filter(({ documentUrl }) => documentUrl?.includes('/popup.html')).length;
}
