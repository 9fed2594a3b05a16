import type { Page } from 'puppeteer-core';

/** The texts of the page that are cut and that no title tells in full, and how far the page is wider than its window. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(`(${cutIn})(document)`) as Promise<string[]>;
}

/**
 * The same in the frames of a page, at each of these widths.
 * @param start of the titles of the frames
 */
export function cutInFrames(page: Page, start: string, widths: number[]): Promise<string[]> {
  return page.evaluate(`(() => {
    const frames = [...document.querySelectorAll('iframe')].filter(({ title }) =>
      title.startsWith(${JSON.stringify(start)}),
    );
    const cutIn = ${cutIn};
    return ${JSON.stringify(widths)}.flatMap((width) => {
      for (const frame of frames) frame.width = width;
      return frames.flatMap(({ title, contentDocument }) =>
        cutIn(contentDocument).map((text) => title + ', ' + width + ' px: ' + text),
      );
    });
  })()`) as Promise<string[]>;
}

/** Runs in the page. */
function cutIn(page: Document): string[] {
  const TITLED = '[title]:not([title=""])';
  const found: string[] = [];
  const { scrollWidth, clientWidth } = page.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page, by ${scrollWidth - clientWidth} px`);
  for (const element of page.querySelectorAll<HTMLElement>('body *')) {
    const { overflowX, contain, webkitLineClamp } = getComputedStyle(element);
    const isClipped = overflowX !== 'visible' || /strict|content|paint/.test(contain);
    const isTooWide = isClipped && element.scrollWidth > element.clientWidth + 1;
    const isTooTall = webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
    // What is only read aloud is one pixel wide.
    if (!(isTooWide || isTooTall) || element.clientWidth <= 1) continue;
    if (element.closest(TITLED) || element.querySelector(TITLED)) continue;
    // People scroll in what they type.
    if (element.matches('input, textarea, select')) continue;
    found.push(`${element.className || element.tagName}: ${element.textContent?.slice(0, 60)}`);
  }
  return found;
}
