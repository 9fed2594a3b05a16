/** Takes screenshots of every state, light, dark and with forced colours, in each language: `npm run shots`. */
import { mkdir, rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { withForcedColours } from '../test/support/browsers/forced-colours.ts';
import { walkThroughScenes } from '../test/support/browsers/scenes.ts';
import { world } from '../test/support/browsers/world.ts';
import { readArguments } from './arguments.mjs';
import { root } from './setup/dependencies.mjs';

readArguments({});
const folder = `${root}.output/screenshots`;
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['en', 'pt-BR', 'es'] as const) {
    console.log(`${colorScheme}, ${language}…`);
    const here = await world({ browser: 'chromium', colorScheme, language });
    try {
      const shoot = async (name: string, page: Page) => {
        await page.bringToFront();
        await save(page, name, `${name}-${colorScheme}-${language}`);
        await withForcedColours(page, colorScheme, () =>
          save(page, name, `${name}-forced-${colorScheme}-${language}`),
        );
      };
      await walkThroughScenes(here, language, shoot, 2);
    } finally {
      await here.close();
    }
  }
}
console.log(`Written to ${folder}`);

async function save(page: Page, name: string, file: string): Promise<void> {
  // A palette makes the file five times smaller, and nobody sees a difference.
  await sharp(await take(page, name))
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(`${folder}/${file}.png`);
}

async function take(page: Page, name: string): Promise<Uint8Array | undefined> {
  if (name.startsWith('popup')) {
    // A popup is as tall as its content, unlike the window that shows it here.
    const app = await page.$('#app > *');
    // To look beyond the window, Chromium would change its size for a moment, and the list would be at its top again.
    return app?.screenshot({ captureBeyondViewport: false });
  }
  await page.evaluate(() => {
    scrollTo(0, 0);
    // Days out of sight are not drawn (day-section.css): their part of the picture would be empty.
    for (const day of document.querySelectorAll<HTMLElement>('.history-day')) {
      day.style.contentVisibility = 'visible';
    }
  });
  // Of a page that has just grown, Chromium takes only as much as it was tall before, until it is drawn.
  await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => setTimeout(go))));
  // What is behind a dialog is out of reach, below the window too.
  return page.screenshot({ fullPage: name !== 'options-dialog' });
}
