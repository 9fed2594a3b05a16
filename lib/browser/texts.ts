import { browser } from 'wxt/browser';
import type { Translate } from '../core/texts';
import { agoText, createFormat, type Format } from '../core/time/format';

export const translate: Translate = (key, ...substitutions) =>
  // WXT types only the browser's predefined messages; ours are typed by the English file (core/texts.ts).
  browser.i18n.getMessage(key as '@@ui_locale', substitutions);

/** The language of the texts (BCP 47). It is not the browser's if we have no texts in that. */
export function textLanguage(): string {
  return translate('language');
}

/** The browser's language if the texts are in it ("en-GB" for "en"), otherwise the language of the texts. */
function wordLanguage(): string {
  const browserLanguage = browser.i18n.getUILanguage();
  const language = textLanguage();
  const isSame = browserLanguage.split('-')[0] === language.split('-')[0];
  return isSame ? browserLanguage : language;
}

/** How long ago that many seconds are, in words. */
export function ago(seconds: number): string {
  return agoText(seconds, wordLanguage());
}

/** Numbers and times in the browser's language, words in the language of the texts. */
export function createBrowserFormat(): Format {
  return createFormat(wordLanguage(), browser.i18n.getUILanguage());
}

export function browserTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Chromium says this if it cannot tell the computer's zone, and refuses it everywhere else (RangeError).
  return timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
}
