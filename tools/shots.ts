/** Takes screenshots of every state, light and dark, in each language: `npm run shots`. */
import { mkdir, rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { walkThroughScenes } from '../test/support/browsers/scenes.ts';
import { world } from '../test/support/browsers/world.ts';
import { root } from './setup/dependencies.mjs';

const folder = `${root}store/screenshots`;
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['en', 'pt-BR', 'es'] as const) {
    console.log(`${colorScheme}, ${language}…`);
    const here = await world({ browser: 'chromium', colorScheme, language });
    try {
      const shoot = async (name: string, page: Page) => {
        await page.bringToFront();
        // A popup is as tall as its content, unlike the window that shows it here.
        const app = await page.$('#app > *');
        const isPopup = name.startsWith('popup');
        if (!isPopup) await page.evaluate(() => scrollTo(0, 0));
        const screenshot = isPopup
          ? await app?.screenshot()
          : // What is behind a dialog is out of reach, below the window too.
            await page.screenshot({ fullPage: name !== 'options-dialog' });
        // A palette makes the file five times smaller, and nobody sees a difference.
        await sharp(screenshot)
          .png({ palette: true, colours: 128, effort: 10 })
          .toFile(`${folder}/${name}-${colorScheme}-${language}.png`);
      };
      await walkThroughScenes(here, language, shoot, 2);
    } finally {
      await here.close();
    }
  }
}
console.log(`Written to ${folder}`);
