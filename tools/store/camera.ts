/** How a page is made ready to be photographed, and which part of it is. Lengths are pixels of CSS. */
import type { Page } from 'puppeteer-core';

export interface Photograph {
  png: Uint8Array;
  /** In pixels of the picture. */
  width: number;
  height: number;
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
  /** How many pixels of the picture each of CSS takes. */
  scale: number;
}

/** Gives the window that size, and waits until the page has taken it. Nothing is pointed at, and nothing is focused. */
export async function look(
  page: Page,
  { width, height, scale }: Size,
  scheme: 'light' | 'dark' = 'light',
): Promise<void> {
  await page.bringToFront();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** Where an element is, with some of what is around it. */
export function areaOf(page: Page, selector: string, marginPx: number): Promise<Area> {
  return page.$eval(
    selector,
    (element, margin) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
      return {
        x: left,
        y: top,
        width: x + width + margin - left,
        height: y + height + margin - top,
      };
    },
    marginPx,
  );
}

/** Where the last of these rows ends that ends above `mostPx`, both from the window's top. */
export function endOfRows(page: Page, rowSelector: string, mostPx: number): Promise<number> {
  return page.$$eval(
    rowSelector,
    (rows, most) => {
      const ends = rows.map((row) => row.getBoundingClientRect().bottom);
      return Math.max(...ends.filter((end) => end <= most));
    },
    mostPx,
  );
}

export async function photographArea(page: Page, { x, y, ...size }: Area): Promise<Photograph> {
  const scrolledPx = await page.evaluate(() => scrollY);
  // Part of a pixel at an edge would be blurred.
  const clip = {
    x: Math.floor(x),
    y: Math.floor(y + scrolledPx),
    width: Math.ceil(size.width),
    height: Math.ceil(size.height),
  };
  const png = await page.screenshot({ clip, captureBeyondViewport: false });
  const header = new DataView(png.buffer, png.byteOffset);
  return { png, width: header.getUint32(16), height: header.getUint32(20) };
}
