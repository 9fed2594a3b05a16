import { browser } from 'wxt/browser';
import type { Translate } from '../core/texts';
import { agoText, createFormat, type Format } from '../core/time/format';
import type { TimeStyle } from '../core/time/time-style';
import { orElseNow } from './or-else';

/** If the browser refuses, the name of the text says more than nothing. */
export const translate: Translate = (key, ...substitutions) =>
  // WXT types only the browser's predefined messages; ours are typed by the English file (core/texts.ts).
  orElseNow(() => browser.i18n.getMessage(key as '@@ui_locale', substitutions), key);

/** The language of the texts (BCP 47). It is not the browser's if we have no texts in that. */
export function textLanguage(): string {
  const language = translate('language');
  return language === 'language' ? 'en' : language;
}

/** The language of the browser itself (BCP 47): it tells the region. */
export function browserLanguage(): string {
  return orElseNow(() => browser.i18n.getUILanguage(), textLanguage());
}

/** The browser's language if the texts are in it ("en-GB" for "en"), otherwise the language of the texts. */
export function wordLanguage(): string {
  const ofBrowser = browserLanguage();
  const language = textLanguage();
  const isSame = ofBrowser.split('-')[0] === language.split('-')[0];
  return isSame ? ofBrowser : language;
}

/** How long ago that many seconds are, in words. */
export function ago(seconds: number): string {
  return agoText(seconds, wordLanguage());
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

export function browserTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Chromium says this if it cannot tell the computer's zone, and refuses it everywhere else (RangeError).
  return timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
}
