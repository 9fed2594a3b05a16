import type { Page } from 'puppeteer-core';
import type { StandIns } from '../stand-ins/stand-ins.ts';

/** Texts that a service may send in place of any other, by what is wrong with them. */
export const HOSTILE = {
  markup: `<img src=x onerror=alert(1)><script>alert(1)</script><b onclick="alert(1)">'"&amp;</b>`,
  'right to left, unterminated': 'abc\u202Edef\u2066ghi\u2067jkl',
  'right to left, closed too often': 'xyz\u2069\u2069\u202C\u202Euvw',
  'right to left script': 'مشروع جديد ١٢٣',
  'zero-width characters': `a${'\u200B\u200D\uFEFF\u2060'.repeat(40)}b`,
  'a name of 10 000 characters': 'W'.repeat(10_000),
  'emoji joined': '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(40),
  'combining marks': `Z${'\u0300\u0316\u0334\u0360'.repeat(60)}algo`,
  'newlines, tabs, NUL': 'a\n\n\nb\t\tc\u0000d\r\ne\u001Bf',
};

/** Has each service answer as it would now, but with this in every text that is no time. */
export function sayEverywhere({ olie, b3os, zaia }: StandIns, text: string, ids: string[]): void {
  for (const server of [olie, b3os, zaia]) server.fail(null);
  const [workflow = ''] = ids;
  const say = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (name, one) =>
        typeof one !== 'string' || isTime(one)
          ? one
          : name === 'id'
            ? `${text.slice(0, 40)} ${one}`
            : text,
      ),
    );
  olie.fail({ status: 200, body: say(olie.answer()) });
  b3os.fail({ status: 200, body: say({ data: b3os.executionOf(workflow) }) });
  zaia.fail({ status: 200, body: say(runs(zaia.list())) });
}

/** One answer for both requests: a list of runs, and a run with what it called. */
function runs(list: unknown[]): object {
  return { ...Object(list[0]), data: list };
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text);
}

/** What of the page is not ours: elements, width, and texts that may turn what follows them. */
export function troublesOn(page: Page, text: string): Promise<string[]> {
  return page.evaluate((hostile) => {
    const found: string[] = [];
    const foreign = 'img:not([src^="/icons/"]), script:not([src]), iframe, b, style, [onclick]';
    for (const element of document.querySelectorAll(foreign))
      found.push(`made ${element.outerHTML}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${scrollWidth} wide in ${clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>(
      'main, .lists, section, .entries',
    )) {
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`${element.className || element.tagName} is wider inside`);
    }
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
  }, text);
}
