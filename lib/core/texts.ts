import type en from '../../locales/en.json';

/** The name of a text. The English file is the list of them; a unit test holds the other languages equal. */
export type TextKey = keyof typeof en;

/** The text of that name in the user's language, with `$1`, `$2` … replaced by the given strings. */
export type Translate = (key: TextKey, ...substitutions: string[]) => string;
