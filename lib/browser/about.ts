import { browser } from 'wxt/browser';
import type { Environment } from '../core/state/problem-report';
import { orElseNow } from './or-else';
import { browserTimeZone, textLanguage } from './texts';

/** What this is, and where it runs. */
export function environment(): Environment {
  return {
    version: orElseNow(() => browser.runtime.getManifest().version, 'unknown'),
    userAgent: navigator.userAgent,
    languages: [orElseNow(() => browser.i18n.getUILanguage(), 'unknown'), textLanguage()],
    timeZone: browserTimeZone(),
  };
}
