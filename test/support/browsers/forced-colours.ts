import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** Shows the page as with a contrast theme of Windows, which has few colours of its own. Chromium only. */
export async function withForcedColours<Result>(
  page: Page,
  colorScheme: string,
  look: () => Promise<Result>,
): Promise<Result> {
  const session = await page.createCDPSession();
  const set = (features: { name: string; value: string }[]) =>
    session.send('Emulation.setEmulatedMedia', { features });
  const scheme = { name: 'prefers-color-scheme', value: colorScheme };
  await set([{ name: 'forced-colors', value: 'active' }, scheme]);
  const result = await look();
  await set([scheme]);
  await session.detach();
  return result;
}

/** What tells something without a text, and what shows that it has the focus. */
interface Look {
  /** `group`: those of one parent are side by side. `drawn`: all that can be seen of it. */
  things: { name: string; group: number; isSeen: boolean; drawn: string }[];
  /** What shows no ring while it has the focus. */
  ringless: string[];
}

/**
 * What forced colours take away: things without a text that are not seen any more, things side by side that look alike
 * although they did not, and a focus that is not seen.
 */
export async function lostInForcedColours(page: Page, colorScheme: string): Promise<string[]> {
  const { before, after } = await until(
    () => bothLooks(page, colorScheme),
    'a page that draws nothing new',
  );
  const invisible = before.things
    .filter(({ isSeen }, index) => isSeen && !after.things[index]?.isSeen)
    .map(({ name }) => `not seen: ${name}`);
  const alike = before.things.flatMap((one, index) => {
    const next = before.things[index + 1];
    const [a, b] = [after.things[index], after.things[index + 1]];
    if (!next || next.group !== one.group || next.name === one.name) return [];
    return one.drawn !== next.drawn && a?.drawn === b?.drawn
      ? [`alike: ${one.name} and ${next.name}`]
      : [];
  });
  return [...new Set([...invisible, ...alike, ...after.ringless])];
}

/** Null if the page has drawn other things meanwhile, such as days that an answer brought. */
async function bothLooks(page: Page, colorScheme: string) {
  const before = await page.evaluate(lookOfPage);
  const after = await withForcedColours(page, colorScheme, () => page.evaluate(lookOfPage));
  const namesOf = ({ things }: Look) => things.map(({ name }) => name);
  return isDeepStrictEqual(namesOf(before), namesOf(after)) ? { before, after } : null;
}

/** Runs in the page. */
function lookOfPage(): Look {
  const CLEAR = /^rgba\(.*, 0\)$|^transparent$/;
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'canvas';
    const { backgroundColor } = getComputedStyle(element);
    return CLEAR.test(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
  };
  const linesOf = (style: CSSStyleDeclaration, ground: string) =>
    (['Top', 'Right', 'Bottom', 'Left'] as const)
      .map((side) => [
        style[`border${side}Width`],
        style[`border${side}Style`],
        style[`border${side}Color`],
      ])
      .concat([[style.outlineWidth, style.outlineStyle, style.outlineColor]])
      .filter(
        ([width = '', line, colour = '']) =>
          Number.parseFloat(width) > 0 &&
          line !== 'none' &&
          line !== 'hidden' &&
          colour !== ground &&
          !CLEAR.test(colour),
      )
      .map((line) => line.join(' '));
  const things: Look['things'] = [];
  const parents = new Map<Element | null, number>();
  const add = (element: Element, pseudo?: string) => {
    const style = getComputedStyle(element, pseudo);
    if (pseudo && style.content === 'none') return;
    const ground = groundOf(pseudo ? element : element.parentElement);
    const lines = linesOf(style, ground);
    const { backgroundColor, backgroundImage } = style;
    const isFilled = !CLEAR.test(backgroundColor) && backgroundColor !== ground;
    const parent = element.parentElement;
    parents.set(parent, parents.get(parent) ?? parents.size);
    things.push({
      name: `${element.tagName}.${element.className}${element.matches(':checked') ? ':checked' : ''}${pseudo ?? ''}`,
      group: parents.get(parent) ?? 0,
      isSeen: isFilled || backgroundImage !== 'none' || lines.length > 0,
      drawn: [isFilled && backgroundColor, backgroundImage, ...lines].join('; '),
    });
  };
  for (const element of document.querySelectorAll('body *')) {
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0 || element.closest('svg') || element.textContent?.trim())
      continue;
    if (getComputedStyle(element).visibility === 'hidden') continue;
    add(element);
    add(element, '::before');
    add(element, '::after');
  }
  const ringless: string[] = [];
  const active = document.activeElement;
  for (const element of document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  )) {
    element.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    if (document.activeElement !== element) continue;
    if (linesOf(getComputedStyle(element), groundOf(element.parentElement)).length === 0)
      ringless.push(`no ring: ${element.tagName}.${element.className}`);
  }
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  return { things, ringless };
}
