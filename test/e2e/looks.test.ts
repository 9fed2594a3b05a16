import type { Page, Viewport } from 'puppeteer-core';
import { expect, onTestFinished, test } from 'vitest';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { cutTexts } from '../support/browsers/cut-texts.ts';
import { lostInForcedColours } from '../support/browsers/forced-colours.ts';
import { walkThroughScenes } from '../support/browsers/scenes.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { world } from '../support/browsers/world.ts';
import type { Language } from '../support/examples/texts.ts';
import { isThorough } from '../support/thorough.ts';

interface Look {
  language: Language;
  colorScheme: 'light' | 'dark';
  /** Colours are checked in these schemes too. */
  also?: 'light'[];
}

/** Its texts are the longest. */
const SPANISH: Look = { language: 'es', colorScheme: 'dark', also: ['light'] };
/** Of what axe checks, Firefox differs from Chromium in little: there, one look is enough. */
const looks: Look[] =
  browser === 'firefox'
    ? [{ language: 'pt-BR', colorScheme: 'dark' }]
    : isThorough
      ? [SPANISH, { language: 'en', colorScheme: 'light' }]
      : [SPANISH];

test.each(looks)(
  'every state is accessible, with forced colours too, and nothing is cut: $colorScheme, $language',
  { timeout: 180_000 },
  async ({ language, colorScheme, also = [] }) => {
    const here = await world({ browser, language, colorScheme });
    onTestFinished(here.close);
    const seen: string[] = [];
    await walkThroughScenes(here, language, async (name, page) => {
      seen.push(name);
      expect(await page.evaluate(isDark)).toBe(colorScheme === 'dark');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      // What is told by a background is told on paper too.
      const onPaper = await page.evaluate(() => getComputedStyle(document.body).printColorAdjust);
      expect(onPaper).toBe('exact');
      expect(await axeViolations(page), name).toEqual([]);
      for (const scheme of also) {
        await showIn(page, scheme);
        expect(await axeViolations(page), `${name}, ${scheme}`).toEqual([]);
        await showIn(page, colorScheme);
      }
      // Puppeteer cannot force colours in Firefox.
      if (browser === 'chromium') {
        const lost = await lostInForcedColours(page, colorScheme);
        expect(lost, `${name}, forced colours`).toEqual([]);
      }
      expect((await cutTexts(page)).join('\n'), name).toBe('');
      const viewport = page.viewport() ?? { width: 380, height: 600 };
      const isPopup = name.startsWith('popup');
      // As wide as a page at 200 % on a small screen, and as a side panel may be.
      const narrow = (isPopup ? [320, 240] : [320]).map((width) => ({ ...viewport, width }));
      const sizes = [...narrow, ...zoomed(viewport, isPopup)];
      // Firefox takes five seconds for the size of a page that is behind another one.
      await page.bringToFront();
      for (const size of sizes) {
        await page.setViewport(size);
        const where = `${name}, ${size.width} × ${size.height}`;
        expect((await cutTexts(page)).join('\n'), where).toBe('');
      }
      await page.setViewport(viewport);
    });
    expect(seen).toHaveLength(19);
  },
);

const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

async function showIn(page: Page, scheme: Look['colorScheme']): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  expect(await page.evaluate(isDark)).toBe(scheme === 'dark');
}

/**
 * The size of a page, in its own pixels, at the browser's zoom. A page keeps its window, of which it has less. The popup's
 * window grows, up to 800 × 600 pixels of the screen.
 */
function zoomed({ width, height }: Viewport, isPopup: boolean): Viewport[] {
  const zooms = isPopup ? [1.5, 2, 3] : [1.5, 2];
  return zooms.map((zoom) => ({
    width: Math.floor(isPopup ? Math.min(width, 800 / zoom) : width / zoom),
    height: Math.floor(height / zoom),
    deviceScaleFactor: zoom,
  }));
}
