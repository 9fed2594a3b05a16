import { browser } from 'wxt/browser';
import type { TextKey, Translate } from '../core/texts';
import { createFormat, type Format } from '../core/time/format';
import type { TimeStyle } from '../core/time/time-style';
import type { Words } from '../core/ui';
import { orElseNow } from './or-else';

/** The package's own file of texts, read only if the browser tells none. */
let packaged: Partial<Record<TextKey, { message: string }>> = {};

/** A value with Hebrew, Arabic or the like. It would turn the numbers after it: "9:00 – 10:00" would read "10:00 – 9:00". */
const RIGHT_TO_LEFT = /^.*[\u0590-\u08ff].*/s;

/**
 * If there is no text, its name says more than nothing. A value in a right-to-left script is isolated (U+2068, U+2069). A
 * sentence that ends with a time such as "6:00 p.m." gets no second full stop.
 */
export const translate: Translate = (key, ...substitutions) => {
  const values = substitutions.map((value) => value.replace(RIGHT_TO_LEFT, '\u2068$&\u2069'));
  // WXT types only the browser's predefined messages; ours are typed by the English file (core/texts.ts).
  return (
    orElseNow(() => browser.i18n.getMessage(key as '@@ui_locale', values), '') ||
    packaged[key]?.message.replace(/\$(\d)/g, (_, place) => values[place - 1] ?? '') ||
    key
  ).replace(/(?<=[ap]\.\s?m\.)\./g, '');
};

/**
 * To be awaited before the first text. Chromium may find no text while the extension is installed, and then finds none as long
 * as the process lives. So they are read from the package.
 */
export async function loadTexts(): Promise<void> {
  if (translate('language') !== 'language') return;
  const language = browserLanguage();
  for (const folder of [language.replace('-', '_'), language.split('-')[0], 'en']) {
    try {
      packaged = await (await fetch(`/_locales/${folder}/messages.json`)).json();
      return;
    } catch {
      // We have none in that language.
    }
  }
}

/** The language of the texts (BCP 47). It is not the browser's if we have no texts in that. */
export function textLanguage(): string {
  const language = translate('language');
  return language === 'language' ? 'en' : language;
}

/** The language of the browser itself (BCP 47): it tells the region. */
export function browserLanguage(): string {
  return orElseNow(() => browser.i18n.getUILanguage(), '') || textLanguage();
}

/** The browser's language if the texts are in it ("en-GB" for "en"), otherwise the language of the texts. */
export function wordLanguage(): string {
  const ofBrowser = browserLanguage();
  const language = textLanguage();
  const isSame = ofBrowser.split('-')[0] === language.split('-')[0];
  return isSame ? ofBrowser : language;
}

/**
 * Words, numbers and dates are in the language of the texts. The browser's language decides about 12 or 24 hours, unless
 * the user does.
 */
export function createBrowserFormat(style: TimeStyle = {}): Format {
  const { hour12 } = new Intl.DateTimeFormat(browserLanguage(), {
    hour: 'numeric',
  }).resolvedOptions();
  const own = hour12 ? '12' : '24';
  const { hours = own } = style;
  return createFormat(wordLanguage(), { ...style, hours: hours === 'language' ? own : hours });
}

/** The texts, and times as the user wants them. */
export function wordsFor(style: TimeStyle): Words {
  return { t: translate, format: createBrowserFormat(style) };
}

export function browserTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Chromium says this if it cannot tell the computer's zone, and refuses it everywhere else (RangeError).
  return timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
}
