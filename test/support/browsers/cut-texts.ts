import type { Page } from 'puppeteer-core';

/** The texts of the page that are cut and that no title tells in full, and how far the page is wider than its window. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page, by ${scrollWidth - clientWidth} px`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, contain } = getComputedStyle(element);
      const isClipped = overflowX !== 'visible' || /strict|content|paint/.test(contain);
      const isCut = element.scrollWidth > element.clientWidth + 1 && isClipped;
      // What is only read aloud is one pixel wide.
      if (!isCut || element.clientWidth <= 1 || element.closest('[title]:not([title=""])'))
        continue;
      if (element.querySelector('[title]:not([title=""])')) continue;
      // People scroll in what they type.
      if (element.matches('input, textarea, select')) continue;
      found.push(`${element.className || element.tagName}: ${element.textContent?.slice(0, 60)}`);
    }
    return found;
  });
}
