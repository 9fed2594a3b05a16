/** What a person does on a page, the same in both browsers: by the labels they read. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** The text that is shown, tables and lists included. */
export function shownText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Waits until the page shows the text. */
export async function waitForText(page: Page, text: string, timeoutMs?: number): Promise<void> {
  await until(
    async () => (await shownText(page)).includes(text),
    `"${text}" to be shown`,
    timeoutMs,
  ).catch(async (error: Error) => {
    throw new Error(`${error.message}; what is shown is:\n${await shownText(page)}`);
  });
}

/**
 * Clicks the button with that text, as a person: it counts as the user's wish.
 * @param section the heading of the section that it is in; anywhere on the page where left out
 */
export async function press(page: Page, name: string, section?: string): Promise<void> {
  // A page in the background is not drawn, and takes no clicks.
  await page.bringToFront();
  await until(async () => {
    const button = await elementOf(
      page,
      `[...${scope(section)}.querySelectorAll('button')].find((button) => button.innerText.trim() === ${JSON.stringify(name)})`,
      `a button "${name}"`,
    );
    return button.click().then(() => true, isNotDrawnYet);
  }, `a click on "${name}"`);
}

/** False for what Puppeteer says of an element that has no place on the page yet, or no longer; throws anything else. */
function isNotDrawnYet(error: Error): false {
  if (error.message.includes('not clickable')) return false;
  throw error;
}

/** The control with that label, in the section with that heading or anywhere. */
export function labelled(
  page: Page,
  label: string,
  section?: string,
): Promise<ElementHandle<HTMLInputElement>> {
  return elementOf(
    page,
    `[...${scope(section)}.querySelectorAll('label')].find((label) => label.innerText.trim() === ${JSON.stringify(label)})?.control`,
    `a field "${label}"`,
  );
}

/** Types the text into the field, in place of what is in it. */
export async function fill(
  page: Page,
  label: string,
  text: string,
  section?: string,
): Promise<void> {
  await page.bringToFront();
  const field = await labelled(page, label, section);
  await field.focus();
  await field.evaluate((input) => input.select());
  await page.keyboard.press('Delete');
  if (text !== '') await field.type(text);
}

/** Copies the text from a text area, and pastes it into the field, by the keys for that. */
export async function paste(
  page: Page,
  label: string,
  text: string,
  section?: string,
): Promise<void> {
  await page.bringToFront();
  // The clipboard is another process's: on a busy machine it may have the text only a moment later.
  await until(() => copy(page, text), 'the text to be on the clipboard');
  const field = await labelled(page, label, section);
  await field.focus();
  await pressWithControl(page, 'v');
}

/** @returns true where what is pasted afterwards is the text */
async function copy(page: Page, text: string): Promise<boolean> {
  await page.evaluate((copied) => {
    const from = document.createElement('textarea');
    const to = document.createElement('textarea');
    from.className = to.className = 'clipboard';
    from.value = copied;
    document.body.append(from, to);
    from.select();
  }, text);
  await pressWithControl(page, 'c');
  await page.evaluate(() => {
    document.querySelector<HTMLTextAreaElement>('.clipboard:last-child')?.focus();
  });
  await pressWithControl(page, 'v');
  return page.evaluate((copied) => {
    const areas = [...document.querySelectorAll<HTMLTextAreaElement>('.clipboard')];
    for (const area of areas) area.remove();
    return areas.at(-1)?.value === copied;
  }, text);
}

async function pressWithControl(page: Page, key: 'c' | 'v'): Promise<void> {
  const control = process.platform === 'darwin' ? 'Meta' : 'Control';
  await page.keyboard.down(control);
  await page.keyboard.press(key);
  await page.keyboard.up(control);
}

/** What is wrong with the field, as the page says it; '' where nothing is. */
export async function errorAt(page: Page, label: string, section?: string): Promise<string> {
  const field = await labelled(page, label, section);
  return field.evaluate((input) => {
    const ids = (input.getAttribute('aria-describedby') ?? '').split(' ');
    const id = ids.find((name) => name.endsWith('-error'));
    return (id && document.getElementById(id)?.innerText) ?? '';
  });
}

function scope(section: string | undefined): string {
  return section === undefined
    ? 'document'
    : `[...document.querySelectorAll('section')].find((section) => section.querySelector('h2')?.innerText.trim() === ${JSON.stringify(section)})`;
}

async function elementOf<Kind extends Element = HTMLInputElement>(
  page: Page,
  expression: string,
  what: string,
): Promise<ElementHandle<Kind>> {
  const handle = await until(async () => {
    const found = await page.evaluateHandle(expression);
    return found.asElement();
  }, `${what} to be there`);
  // The expression says of which kind it is.
  return handle as ElementHandle<Kind>;
}
