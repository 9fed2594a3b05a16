import type { Translate } from '../../../lib/core/texts.ts';
import en from '../../../locales/en.json' with { type: 'json' };
import spanish from '../../../locales/es.json' with { type: 'json' };
import portuguese from '../../../locales/pt-BR.json' with { type: 'json' };

const LANGUAGES = { en, 'pt-BR': portuguese, es: spanish };
export type Language = keyof typeof LANGUAGES;

/** The real texts of a language, looked up as the browser does. */
export function textsOf(language: Language): Translate {
  return (key, ...substitutions) =>
    LANGUAGES[language][key].replace(/\$(\d)/g, (_, number) => substitutions[number - 1] ?? '');
}
