import { browser } from 'wxt/browser';
import type { Translate } from '../core/texts';
import { agoText, createFormat, type Format } from '../core/time/format';

export const translate: Translate = (key, ...substitutions) =>
  // WXT types only the browser's predefined messages; ours are typed by the English file (core/texts.ts).
  browser.i18n.getMessage(key as '@@ui_locale', substitutions);

/** The language of the texts (BCP 47), which is not the browser's where we have none in its language. */
export function textLanguage(): string {
  return translate('language');
}

/** The browser's language where the texts have it too ("en-GB" for "en"), otherwise the language of the texts. */
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

/** Formats in the browser's language; what has words in it in the language of the texts. */
export function createBrowserFormat(): Format {
  return createFormat(wordLanguage(), browser.i18n.getUILanguage());
}

export function browserTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Chromium says this where it cannot tell the computer's zone, and takes it back nowhere (RangeError).
  return timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
}

/** How far the browser's wall clock is ahead of UTC at a moment, in milliseconds. */
export function browserOffset(atMs: number): number {
  return -60_000 * new Date(atMs).getTimezoneOffset();
}
