/**
 * Looks at the button in the real toolbars, with three systems' fonts: `npm run toolbars`. Checks that no badge is cut, and
 * that its text can be read. Saves pictures of each state. With arguments, only some: `npm run toolbars -- firefox "Noto Sans"`.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { callBrowser, evaluateText } from '../test/support/browsers/evaluate.ts';
import { type World, world } from '../test/support/browsers/world.ts';
import { until } from '../test/support/until.ts';
import { readArguments, readWords } from './arguments.mjs';
import { type BrowserKind, browserKinds } from './find-browser.mjs';
import { root } from './setup/dependencies.mjs';
import { systemFonts } from './setup/toolbars.mjs';
import { findBadge, flawsOf } from './toolbars/badge-in-picture.ts';
import { onlyFont } from './toolbars/only-font.ts';
import type { Colour } from './toolbars/picture.ts';
import { lookAtRest, type Screen, startScreen } from './toolbars/screen.ts';
import { type Shown, saveSheet } from './toolbars/sheet.ts';
import { TOOLBAR_STATES, type ToolbarState } from './toolbars/states.ts';

/** No badge has room for this. If no flaw is seen in it, the check itself is broken. */
const TOO_LONG = '4:38:21';

/** The badges' fonts. */
const FONTS = { chromium: 'bold 10px system-ui', firefox: '10px system-ui' };
/** Firefox draws letters a little differently on a canvas. What it cuts touches the border. */
const LEEWAY_PX = { chromium: 0, firefox: 1 };

const families = systemFonts.map(({ family }) => family);
const { positionals } = readArguments({ allowPositionals: true });
const chosen = readWords(positionals, [...browserKinds, ...families]);
const isChosen = (name: string, all: readonly string[]) =>
  chosen.includes(name) || !all.some((one) => chosen.includes(one));
const folder = join(root, '.output/toolbars');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

for (const kind of browserKinds.filter((name) => isChosen(name, browserKinds))) {
  for (const { family, path } of systemFonts.filter((font) => isChosen(font.family, families))) {
    console.log(`${kind}, ${family}`);
    await lookWith(kind, family, path);
  }
}
console.log(`Pictures in ${folder}`);

async function lookWith(browser: BrowserKind, family: string, path: string): Promise<void> {
  const screen = await startScreen(1000, 300);
  const fonts = await onlyFont(family, path);
  const env = { DISPLAY: screen.display, FONTCONFIG_FILE: join(fonts.path, 'fonts.conf') };
  const services = ['olie', 'b3os'] as const;
  try {
    const here = await world({ browser, services, headless: false, env });
    try {
      // Empty: nothing in it has the badge's colours.
      await (await here.session.browser.newPage()).bringToFront();
      const seen: Shown[] = [];
      for (const state of TOOLBAR_STATES) {
        await state.begin(here);
        seen.push(await look(here, screen, state));
      }
      seen.push(await lookAtTooLong(here, screen));
      await saveSheet(seen, join(folder, `${browser}-${family.replaceAll(' ', '-')}.png`));
      report(seen);
    } finally {
      await here.close();
    }
  } finally {
    await screen.close();
    fonts.remove();
  }
}

async function look({ options, session }: World, screen: Screen, { name, says }: ToolbarState) {
  const text = async () => String(await callBrowser(options, 'action.getBadgeText({})'));
  await until(async () => says.test(await text()), `a badge that says ${name}`);
  return lookAt(name, await text(), session.kind, options, screen);
}

async function lookAtTooLong({ options, session }: World, screen: Screen): Promise<Shown> {
  await callBrowser(options, `action.setBadgeText({ text: '${TOO_LONG}' })`);
  const shown = await lookAt('too long', TOO_LONG, session.kind, options, screen);
  const flaws = shown.flaws.length > 0 ? [] : ['the check does not see that it is cut'];
  return { ...shown, flaws };
}

async function lookAt(
  name: string,
  text: string,
  kind: BrowserKind,
  page: Page,
  screen: Screen,
): Promise<Shown> {
  const [red, green, blue] = Object(
    await evaluateText(
      page,
      '(globalThis.browser ?? chrome).action.getBadgeBackgroundColor({}).then((parts) => [...parts])',
    ),
  );
  const colour: Colour = [red, green, blue];
  const picture = await lookAtRest(screen);
  const badge = findBadge(picture, colour);
  const wholeWidth = await wholeWidthOf(page, text, FONTS[kind]);
  return { name, text, picture, badge, flaws: flawsOf(badge, wholeWidth, LEEWAY_PX[kind]) };
}

/** How wide the text is on a canvas, in pixels. */
function wholeWidthOf(page: Page, text: string, font: string): Promise<number> {
  return page.evaluate(
    (drawn, itsFont) => {
      const canvas = new OffscreenCanvas(100, 40);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('No canvas');
      context.font = itsFont;
      context.fillText(drawn, 20, 20);
      const { data } = context.getImageData(0, 0, 100, 40);
      const columns = [...data.keys()]
        .filter((at) => at % 4 === 3 && (data[at] ?? 0) >= 255 / 4)
        .map((at) => ((at - 3) / 4) % 100);
      return Math.max(...columns) - Math.min(...columns) + 1;
    },
    text,
    font,
  );
}

function report(seen: Shown[]): void {
  for (const { name, text, flaws } of seen) {
    if (flaws.length === 0) continue;
    console.log(`  ${name}, ${text}: ${flaws.join('; ')}`);
    process.exitCode = 1;
  }
}
