import { expect, onTestFinished, test } from 'vitest';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { walkThroughScenes } from '../support/browsers/scenes.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { world } from '../support/browsers/world.ts';
import type { Language } from '../support/examples/texts.ts';

/** Of what axe checks, Firefox differs from Chromium in little: there, one look is enough. */
const looks: { language: Language; colorScheme: 'light' | 'dark' }[] =
  browser === 'chromium'
    ? [
        { language: 'en', colorScheme: 'light' },
        { language: 'es', colorScheme: 'dark' },
      ]
    : [{ language: 'pt-BR', colorScheme: 'dark' }];

test.each(looks)(
  'every state is accessible and fits its window: $colorScheme, $language',
  async ({ language, colorScheme }) => {
    const here = await world({ browser, language, colorScheme });
    onTestFinished(here.close);
    const seen: string[] = [];
    await walkThroughScenes(here, language, async (name, page) => {
      seen.push(name);
      const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      expect(isDark).toBe(colorScheme === 'dark');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await axeViolations(page), name).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} is wider than its window`).toBe(0);
    });
    expect(seen).toHaveLength(11);
  },
);
