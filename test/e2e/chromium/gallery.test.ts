import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../support/browsers/browser.ts';
import { cutInFrames } from '../../support/browsers/cut-texts.ts';
import { isThorough } from '../../support/thorough.ts';
import { until } from '../../support/until.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm run dev` without its set-up. @returns the folder of its build */
async function startDevelopment(): Promise<string> {
  // Without a display it opens no browser. Where it takes itself for a test, it says nothing.
  const { DISPLAY, WAYLAND_DISPLAY, NODE_ENV, TEST, ...env } = process.env;
  const child = spawn(process.execPath, ['node_modules/wxt/bin/wxt.mjs'], { cwd: root, env });
  onTestFinished(() => void child.kill());
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  const folder = () => {
    if (child.exitCode !== null) throw new Error(`Development ended:\n${said}`);
    return /Load "(.+)" as an unpacked extension/.exec(said)?.[1];
  };
  return `${root}${await until(folder, 'development to start')}`;
}

/** In `npm test`, looks.test.ts sees the real pages in Spanish. */
const LANGUAGES = isThorough ? ['en', 'pt-BR', 'es'] : ['en'];
/** Of popups, side panels and pages, also at 150 and 200 %, in their own pixels. Each takes up to two seconds. */
const WIDTHS = isThorough ? [320, 380, 733, 1100] : [320];
const NARROW = isThorough ? [240, 266] : [240];

// Elsewhere it opens a browser of its own.
test.skipIf(process.platform !== 'linux')(
  'npm run dev starts, and its gallery shows every state; no text is cut in any language',
  async () => {
    const extensionDir = await startDevelopment();
    const session = await launchBrowser('chromium', { extensionDir });
    onTestFinished(session.close);
    const page = await session.openPage('/gallery.html', { waitFor: 'iframe' });
    const url = page.url();
    for (const language of LANGUAGES) {
      await page.goto(`${url}?language=${language}`);
      const undrawn = async () => (await framesOf(page)).filter(({ isDrawn }) => !isDrawn);
      await expect.poll(undrawn).toEqual([]);
      const frames = await framesOf(page);
      expect(frames.length).toBeGreaterThan(40);
      for (const { title, ground, shown } of frames) {
        expect(ground, title).toBe('rgb(255, 255, 255)');
        expect(shown, title).toBe(language);
      }
      expect(await cutInFrames(page, '', WIDTHS), language).toEqual([]);
      expect(await cutInFrames(page, 'popup', NARROW), language).toEqual([]);
    }
  },
);

function framesOf(page: Page) {
  return page.$$eval('iframe', (frames) =>
    frames.map(({ title, contentDocument }) => {
      const body = contentDocument?.body;
      const ground = body && getComputedStyle(body).backgroundColor;
      const shown = contentDocument?.documentElement.lang;
      return { title, isDrawn: Boolean(body?.textContent?.trim()), ground, shown };
    }),
  );
}
