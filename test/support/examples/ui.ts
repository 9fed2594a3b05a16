import { createFormat } from '../../../lib/core/time/format.ts';
import type { Ui } from '../../../lib/core/ui.ts';
import { type Language, textsOf } from './texts.ts';

/** What views need: the real texts of a language, and a clock that stands still. */
export function uiAt(nowMs: number, language: Language = 'en'): Ui {
  return {
    t: textsOf(language),
    format: createFormat(language, language),
    now: () => nowMs,
    every: () => () => undefined,
    everySecond: () => () => undefined,
  };
}
