import { createFormat } from '../../lib/core/time/format';
import type { Ui } from '../../lib/core/ui';
import en from '../../locales/en.json';
import spanish from '../../locales/es.json';
import portuguese from '../../locales/pt-BR.json';

const TEXTS = { en, 'pt-BR': portuguese, es: spanish };

/** What views need, in a language that need not be the browser's, with a clock that stands. */
export function fixedUi(language: keyof typeof TEXTS, nowMs: number): Ui {
  return {
    t: (key, ...substitutions) =>
      TEXTS[language][key].replace(/\$(\d)/g, (_, number) => substitutions[number - 1] ?? ''),
    format: createFormat(language),
    now: () => nowMs,
    browserNow: () => nowMs,
    every: () => () => undefined,
    everySecond: () => () => undefined,
  };
}
