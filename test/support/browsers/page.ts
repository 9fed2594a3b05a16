/** What a person does on a page: reads texts, presses buttons, and fills in fields by their labels. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../until.ts';
import { click } from './click.ts';

/** All text that is shown. */
export function shownText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** @throws Error with the page's text if this text does not appear */
export async function waitForText(page: Page, text: string, timeoutMs?: number): Promise<void> {
  const isShown = async () => (await shownText(page)).includes(text);
  await until(isShown, `the text "${text}"`, timeoutMs, 50).catch(async (error: Error) => {
    throw new Error(`${error.message}; the page shows:\n${await shownText(page)}`);
  });
}

/**
 * Clicks the button with that text, as soon as it is not busy and does not move.
 *
 * @param section the heading of its section. Default: the whole page.
 */
export async function press(page: Page, name: string, section?: string): Promise<void> {
  // A page in the background is not drawn and takes no clicks.
  await page.bringToFront();
  const find = `[...${scope(section)}.querySelectorAll('button')].find((button) => button.textContent.trim() === ${JSON.stringify(name)} && button.ariaDisabled !== 'true')`;
  await until(
    async () => click(await elementOf(page, find, `the button "${name}"`)),
    `a click on "${name}"`,
  );
}

/** Presses a button that asks first, and confirms. */
export async function pressAndConfirm(page: Page, name: string, section?: string): Promise<void> {
  await press(page, name, section);
  await page.waitForSelector('dialog[open]');
  const action = await page.$eval('dialog .danger', ({ textContent }) => textContent ?? '');
  await press(page, action);
  await page.waitForSelector('dialog[open]', { hidden: true });
}

/** The field with that label. */
export function labelled(
  page: Page,
  label: string,
  section?: string,
): Promise<ElementHandle<HTMLInputElement>> {
  const find = `[...${scope(section)}.querySelectorAll('label')].find((label) => label.textContent.trim() === ${JSON.stringify(label)})?.control`;
  return elementOf(page, find, `the field "${label}"`);
}

/** Clicks the box or the switch with that label. */
export async function tick(page: Page, label: string, section?: string): Promise<void> {
  await page.bringToFront();
  await until(
    async () => click(await labelled(page, label, section)),
    `a click on the field "${label}"`,
  );
}

/** What is in the field with that label. */
export async function valueIn(page: Page, label: string, section?: string): Promise<string> {
  return (await labelled(page, label, section)).evaluate(({ value }) => value);
}

/**
 * Replaces what is in the field. Most of a text arrives at once, as from a password manager, and the last character is
 * typed: every key takes a browser several milliseconds.
 */
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
  const characters = [...text];
  const last = characters.pop();
  if (last === undefined) return;
  // Old, but the one way to insert a text that the page and its undo history take for the user's.
  const insert = (start: string) => document.execCommand('insertText', false, start);
  if (characters.length > 0) await page.evaluate(insert, characters.join(''));
  await field.type(last);
}

/** Copies the text, and pastes it into the field with the keyboard. */
export async function paste(
  page: Page,
  label: string,
  text: string,
  section?: string,
): Promise<void> {
  await page.bringToFront();
  // Another process owns the clipboard: on a busy machine the text arrives there late.
  await until(() => copy(page, text), 'the text to be on the clipboard');
  const field = await labelled(page, label, section);
  await field.focus();
  await pressWithControl(page, 'v');
}

/** @returns whether the clipboard now has the text */
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
  await page.$eval('.clipboard:last-child', (to) => to instanceof HTMLElement && to.focus());
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

/** The error that the page shows at the field; '' if there is none. */
export async function errorAt(page: Page, label: string, section?: string): Promise<string> {
  const field = await labelled(page, label, section);
  return field.evaluate((input) => {
    const ids = (input.getAttribute('aria-describedby') ?? '').split(' ');
    const id = ids.find((name) => name.endsWith('-error'));
    return (id && document.getElementById(id)?.innerText) ?? '';
  });
}

/** Where to look, as an expression. A dialog leaves nothing else in reach. */
function scope(section: string | undefined): string {
  return `(document.querySelector('dialog[open]') ?? ${place(section)})`;
}

function place(section: string | undefined): string {
  return section === undefined
    ? 'document'
    : `[...document.querySelectorAll('section')].find((section) => section.querySelector('h2, h3')?.textContent.trim() === ${JSON.stringify(section)})`;
}

async function elementOf<Kind extends Element = HTMLInputElement>(
  page: Page,
  expression: string,
  what: string,
): Promise<ElementHandle<Kind>> {
  const handle = await until(async () => (await page.evaluateHandle(expression)).asElement(), what);
  // A service that needs nothing is one line until it is opened.
  await handle.evaluate((element) => {
    const closed = (element as Element).closest('details:not([open])');
    if (closed instanceof HTMLDetailsElement) closed.open = true;
  });
  // The expression decides of which kind it is.
  return handle as ElementHandle<Kind>;
}
