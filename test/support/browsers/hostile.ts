import type { Page } from 'puppeteer-core';
import type { StandIns } from '../stand-ins/stand-ins.ts';

/** Hostile texts that a service may send, by what is wrong with them. */
export const HOSTILE = {
  markup: `<img src=x onerror=alert(1)><script>alert(1)</script><b onclick="alert(1)">'"&amp;</b>`,
  'right-to-left marks that are never closed': 'abc\u202Edef\u2066ghi\u2067jkl',
  'right-to-left marks that are closed too often': 'xyz\u2069\u2069\u202C\u202Euvw',
  'right-to-left script': 'مشروع جديد ١٢٣',
  'zero-width characters': `a${'\u200B\u200D\uFEFF\u2060'.repeat(40)}b`,
  '10 000 characters without a space': 'W'.repeat(10_000),
  'joined emoji': '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(40),
  'many combining marks': `Z${'\u0300\u0316\u0334\u0360'.repeat(60)}algo`,
  'newlines, tabs and NUL': 'a\n\n\nb\t\tc\u0000d\r\ne\u001Bf',
};

/** Makes each service put this text into every text field of its answers, except times. */
export function sayEverywhere(
  { olie, b3os, zaia }: StandIns,
  text: string,
  workflowId: string,
): void {
  for (const server of [olie, b3os, zaia]) server.fail(null);
  const isTime = (one: string) => /^\d{4}-\d\d-\d\dT/.test(one);
  const replace = (name: string, one: unknown) => {
    // The stand-in names no picture; a service may.
    if (name === 'avatar_url') return text;
    if (typeof one !== 'string' || isTime(one)) return one;
    // Ids must stay different from each other. Nothing may follow the text: that would look as if it were not isolated.
    return name === 'id' ? `${one} ${text.slice(0, 40)}` : text;
  };
  const say = (body: unknown) => ({
    status: 200,
    body: JSON.parse(JSON.stringify(body), replace),
  });
  olie.fail(say(olie.answer()));
  b3os.fail(say({ data: b3os.executionOf(workflowId) }));
  // One answer for both requests: the list of runs, and one run with its children.
  const runs = zaia.list();
  zaia.fail(say({ ...Object(runs[0]), data: runs }));
}

/** What the text does to the page: makes elements, widens it, or changes the direction of what follows. */
export async function troublesOn(page: Page, text: string): Promise<string[]> {
  return [
    ...(await page.evaluate(foreignElements)),
    ...(await page.evaluate(tooWide)),
    ...(await page.evaluate(notIsolated, text)),
  ];
}

// These three run in the page.

function foreignElements(): string[] {
  const foreign = 'img:not([src^="/icons/"]), script:not([src]), iframe, b, style, [onclick]';
  return [...document.querySelectorAll(foreign)].map(({ outerHTML }) => `made ${outerHTML}`);
}

function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`${scrollWidth} wide in ${clientWidth}`] : [];
  const boxes = [...document.querySelectorAll('main, .lists, section, .entries')];
  const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1);
  return [...page, ...wide.map((box) => `${box.className || box.tagName} is wider inside`)];
}

function notIsolated(hostile: string): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let isolate = node.parentElement;
    if (!node.textContent?.includes(hostile) || isolate?.closest('.visually-hidden')) continue;
    while (isolate && getComputedStyle(isolate).unicodeBidi === 'normal') {
      isolate = isolate.parentElement;
    }
    const [, ...after] = (isolate?.textContent ?? '').split(hostile);
    if (/[\p{L}\p{N}]/u.test(after.join(''))) found.push(`not isolated from: ${after.join('')}`);
  }
  return found;
}

/** In which ways a web page can load an address. Runs in the page. */
export async function loadedAs(url: string): Promise<string[]> {
  const answers = (element: HTMLImageElement | HTMLScriptElement) =>
    new Promise<boolean>((resolve) => {
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      element.src = url;
      document.documentElement.append(element);
    });
  const found = {
    picture: await answers(new Image()),
    script: await answers(document.createElement('script')),
    request: await fetch(url).then(
      () => true,
      () => false,
    ),
  };
  return Object.entries(found).flatMap(([way, isLoaded]) => (isLoaded ? [way] : []));
}

/** Frames an address, and waits until it is there or refused. Runs in the page. */
export function frame(url: string): Promise<unknown> {
  const made = document.createElement('iframe');
  made.src = url;
  const isDone = new Promise((resolve) => {
    made.onload = resolve;
    made.onerror = resolve;
  });
  document.documentElement.append(made);
  return isDone;
}
