import { expect, test } from 'vitest';
import type { BrowserKind } from '../../tools/find-browser.mjs';
import { axeViolations } from '../support/browsers/accessibility.ts';
import type { LaunchOptions } from '../support/browsers/extension-browser.ts';
import { walkThroughScenes } from '../support/browsers/scenes.ts';
import { startSession } from '../support/browsers/session.ts';
import { startStandIns } from '../support/stand-ins/stand-ins.ts';

type Look = Required<Pick<LaunchOptions, 'language' | 'colorScheme'>>;

/** Light in English, dark in Portuguese: each state of both pages, as it is drawn. */
export function testLooks(kind: BrowserKind): void {
  const looks: Look[] = [
    { language: 'en-US', colorScheme: 'light' },
    { language: 'pt-BR', colorScheme: 'dark' },
  ];
  test.each(looks)('every state is accessible and fits: $colorScheme, $language', async (look) => {
    const standIns = await startStandIns();
    const session = await startSession(kind, look);
    try {
      const language = look.language === 'pt-BR' ? 'pt-BR' : 'en';
      const seen: string[] = [];
      await walkThroughScenes(session, standIns, language, async (name, page) => {
        seen.push(name);
        const scheme = await page.evaluate(
          () => matchMedia('(prefers-color-scheme: dark)').matches,
        );
        expect(scheme).toBe(look.colorScheme === 'dark');
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await axeViolations(page), name).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${name} is wider than its window`).toBe(0);
      });
      expect(seen).toHaveLength(11);
    } finally {
      await session.close();
      await standIns.close();
    }
  });
}
