import type { Page } from 'puppeteer-core';
import { hexOf, toneOf } from '../examples/badge-tones.ts';
import { evaluateText } from './evaluate.ts';

interface Toolbar {
  /** The badge's text, as a badge that is wide enough has it: `37m` also for `37`. */
  text: string;
  /** The badge's text, and what its colour means: "37m running". */
  badge: string;
  title: string;
}

/** What the toolbar shows, read from any page of the extension. */
export async function readToolbar(page: Page): Promise<Toolbar> {
  const read = await evaluateText(
    page,
    `(async () => {
      const { action } = globalThis.browser ?? chrome;
      const [text, title, colour] = await Promise.all([
        action.getBadgeText({}),
        action.getTitle({}),
        action.getBadgeBackgroundColor({}),
      ]);
      return { text, title, colour: [...colour] };
    })()`,
  );
  // The expression above returns just this.
  const { text, title, colour } = read as { text: string; title: string; colour: number[] };
  const tone = toneOf(hexOf(colour));
  const whole = tone === 'workflow' ? text : inWide(text);
  return { text: whole, title, badge: `${whole} ${tone}`.trim() };
}

/** Firefox's badge is narrow, and so is Chromium's with a wide font: they leave out the `m`. */
function inWide(text: string): string {
  return text.replace(/^(<1|\d+)$/, '$1m').replace(/[ʰ:]$/, 'h');
}

/** Reads the badge, such as "37m running"; a badge without text is only its tone. */
export async function readBadge(page: Page): Promise<string> {
  return (await readToolbar(page)).badge;
}

/**
 * Waits for the badge's next text, for a minute at most.
 *
 * @param dueMs when it should come
 * @returns when it came, and when a timer of the page for `dueMs` went off, in epoch milliseconds
 */
export async function nextBadge(
  page: Page,
  dueMs: number,
): Promise<{ badgeMs: number; timerMs: number }> {
  const seen = await page.evaluate(
    `(async (dueMs) => {
      const { action } = globalThis.browser ?? chrome;
      const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const timer = after(dueMs - Date.now()).then(() => Date.now());
      const before = await action.getBadgeText({});
      const endMs = Date.now() + 62_000;
      while ((await action.getBadgeText({})) === before && Date.now() < endMs) await after(20);
      return { badgeMs: Date.now(), timerMs: await timer };
    })(${dueMs})`,
  );
  // The expression above returns just this.
  return seen as { badgeMs: number; timerMs: number };
}

/** Is that text whole in the browser's badge? Firefox's takes two characters; Chromium's depends on the system's font. */
export function fitsBadge(page: Page, text: string): Promise<boolean> {
  return page.evaluate((measured) => {
    if (location.protocol === 'moz-extension:') return measured.length <= 2;
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (context === null) throw new Error('No canvas');
    context.font = 'bold 10px system-ui';
    return context.measureText(measured).width <= 23;
  }, text);
}
