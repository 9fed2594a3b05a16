import type { Page } from 'puppeteer-core';
import { evaluateText } from './evaluate.ts';

export interface Toolbar {
  text: string;
  title: string;
  /** Red, green, blue. */
  colour: number[];
}

/** What the toolbar shows, asked from any page of the extension. */
export function readToolbar(page: Page): Promise<Toolbar> {
  return evaluateText(
    page,
    `(async () => {
    const { action } = globalThis.browser ?? chrome;
    const [text, title, colour] = await Promise.all([
      action.getBadgeText({}),
      action.getTitle({}),
      action.getBadgeBackgroundColor({}),
    ]);
    return { text, title, colour: [...colour].slice(0, 3) };
  })()`,
  ) as Promise<Toolbar>;
}

/** The colours of the badge, by what they stand for. */
const TONES: Record<string, string> = {
  '10,122,82': 'running',
  '138,90,0': 'idle',
  '95,107,118': 'old',
  '198,40,40': 'alert',
  '58,79,196': 'workflow',
};

/** The badge's text and what its colour stands for: "37m running". */
export async function readBadge(page: Page): Promise<string> {
  const { text, colour } = await readToolbar(page);
  return `${text} ${TONES[colour.join()] ?? `in an unknown colour, ${colour}`}`;
}
