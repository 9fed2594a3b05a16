/** Screenshots of every state, light and dark, English and Portuguese: `npm run shots`. */
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { walkThroughScenes } from '../test/support/browsers/scenes.ts';
import { world } from '../test/support/browsers/world.ts';

const folder = fileURLToPath(new URL('../store/screenshots', import.meta.url));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['en', 'pt-BR'] as const) {
    console.log(`${colorScheme}, ${language}…`);
    const here = await world({ browser: 'chromium', colorScheme, language });
    try {
      await walkThroughScenes(here, language, async (name, page) => {
        await page.bringToFront();
        // The popup is as tall as what is in it; the window around it is not.
        const app = await page.$('#app > *');
        const screenshot = name.startsWith('options')
          ? await page.screenshot({ fullPage: true })
          : await app?.screenshot();
        // Two dozen colours need no more than a palette: a fifth of the bytes, and no difference to the eye.
        await sharp(screenshot)
          .png({ palette: true, colours: 128, effort: 10 })
          .toFile(`${folder}/${name}-${colorScheme}-${language}.png`);
      });
    } finally {
      await here.close();
    }
  }
}
console.log(`Written to ${folder}`);
