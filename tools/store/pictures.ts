/** Makes the stores' pictures from the real build in the real browser. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { type Language, textsOf } from '../../test/support/examples/texts.ts';
import { root } from '../setup/dependencies.mjs';
import { framePage } from './frame.ts';
import type { Listing } from './listing.ts';
import { type Photographs, photographAll } from './photographs.ts';
import { LOGO, PICTURES, type Picture } from './picture-list.ts';
import { stage } from './stage.ts';

/**
 * Writes all pictures of a language to `store/pictures`, over those that are there.
 * @throws Error if the build or the browser is missing, or if a page does not show what is photographed
 */
export async function makePictures(language: Language, listing: Listing): Promise<void> {
  const folder = `${root}store/pictures/${language}/`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const here = await stage(language);
  try {
    const photographs = await photographAll(here, language);
    const page = await here.session.browser.newPage();
    const name = textsOf(language)('extensionName');
    for (const picture of PICTURES) {
      const text = listing.headlines[picture.name] ?? '';
      const png = await draw(page, picture, { name, text }, photographs);
      await save(png, `${folder}${picture.name}.png`);
    }
  } finally {
    await here.close();
  }
}

/** Writes the logo, which is the same in every language. */
export async function makeLogo(): Promise<void> {
  const svg = await readFile(`${root}assets/icon.svg`);
  const { name, width, height } = LOGO;
  const margin = Math.round(width / 10);
  const icon = await sharp(svg, { density: 300 })
    .resize(width - 2 * margin, height - 2 * margin)
    .png()
    .toBuffer();
  const around = { top: margin, bottom: margin, left: margin, right: margin };
  const ground = '#ffffff';
  const png = await sharp(icon)
    .flatten({ background: ground })
    .extend({ ...around, background: ground })
    .png()
    .toBuffer();
  await save(png, `${root}store/pictures/${name}.png`);
}

async function draw(
  page: Page,
  picture: Picture,
  texts: { name: string; text: string },
  photographs: Photographs,
): Promise<Uint8Array> {
  const theme = await readFile(`${root}components/theme.css`, 'utf8');
  const svg = await readFile(`${root}assets/icon.svg`);
  const icon = `data:image/svg+xml;base64,${svg.toString('base64')}`;
  const { width, height } = picture;
  await page.bringToFront();
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  const shown = picture.photographs.map((name) => photographs[name]);
  await page.setContent(framePage(picture, { ...texts, theme, icon }, shown));
  return page.screenshot();
}

/**
 * Few colours make the file several times smaller, and nobody sees a difference. Chrome takes no palette, so they are
 * written out.
 */
async function save(png: Uint8Array, file: string): Promise<void> {
  const ofFewColours = await sharp(png)
    .png({ palette: true, colours: 200, effort: 10, dither: 0.6 })
    .toBuffer();
  await sharp(ofFewColours).removeAlpha().png({ palette: false, compressionLevel: 9 }).toFile(file);
}
