import type { Page } from 'puppeteer-core';
import { hexOf, toneOf } from '../examples/badge-tones.ts';
import { evaluateText } from './evaluate.ts';

interface Toolbar {
  /** The badge's text. */
  text: string;
  /** The badge's text, and what its colour means: "37m running". */
  badge: string;
  title: string;
}

/** What the toolbar shows, read from any page of the extension. */
export async function readToolbar(page: Page): Promise<Toolbar> {
  const read = await evaluateText(
    page,
    `(async () => {
      const { action } = globalThis.browser ?? chrome;
      const [text, title, colour] = await Promise.all([
        action.getBadgeText({}),
        action.getTitle({}),
        action.getBadgeBackgroundColor({}),
      ]);
      return { text, title, colour: [...colour] };
    })()`,
  );
  // The expression above returns just this.
  const { text, title, colour } = read as { text: string; title: string; colour: number[] };
  return { text, title, badge: `${text} ${toneOf(hexOf(colour))}`.trim() };
}

/** Reads the badge, such as "37m running"; a badge without text is only its tone. */
export async function readBadge(page: Page): Promise<string> {
  return (await readToolbar(page)).badge;
}
