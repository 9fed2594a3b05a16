import { createFormat } from '../../../lib/core/time/format.ts';
import type { Ui } from '../../../lib/core/ui.ts';
import { type Language, textsOf } from './texts.ts';

/**
 * What views need, with the real texts of a language and clocks that stand still.
 * @param nowMs the server's clock
 * @param browserNowMs the browser's clock
 */
export function uiAt(nowMs: number, language: Language = 'en', browserNowMs = nowMs): Ui {
  return {
    t: textsOf(language),
    format: createFormat(language),
    now: () => nowMs,
    browserNow: () => browserNowMs,
    every: () => () => undefined,
    everySecond: () => () => undefined,
  };
}
