import type { Page } from 'puppeteer-core';

export interface Toolbar {
  text: string;
  title: string;
  /** Red, green, blue. */
  colour: number[];
}

/** What the toolbar shows, asked from any page of the extension. */
export function readToolbar(page: Page): Promise<Toolbar> {
  return page.evaluate(`(async () => {
    const { action } = globalThis.browser ?? chrome;
    const [text, title, colour] = await Promise.all([
      action.getBadgeText({}),
      action.getTitle({}),
      action.getBadgeBackgroundColor({}),
    ]);
    return { text, title, colour: [...colour].slice(0, 3) };
  })()`) as Promise<Toolbar>;
}
