import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import spanish from '../../locales/es.json' with { type: 'json' };
import portuguese from '../../locales/pt-BR.json' with { type: 'json' };
import { rootFile, shippedModules } from '../support/sources';

/** The same in every language. */
const ALIKE = ['extensionName', 'stretchDone', 'total', 'olie'];

const english: Record<string, string> = en;
const others: [string, Record<string, string>][] = [
  ['pt-BR', portuguese],
  ['es', spanish],
];
const placeholders = (text = '') => (text.match(/\$\d/g) ?? []).sort();

describe.each(others)('the texts in %s', (language, texts) => {
  test('have the same keys as in English, in the same order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  test('have the same placeholders', () => {
    for (const [key, text] of Object.entries(english)) {
      expect(placeholders(texts[key]), key).toEqual(placeholders(text));
    }
  });

  test('are all translated if they have words', () => {
    const same = Object.keys(english).filter((key) => english[key] === texts[key]);
    expect(same).toEqual(ALIKE);
  });

  test('name their own language', () => {
    expect(texts.language).toBe(language);
  });
});

test.each(['en', 'pt-BR', 'es'])('no key in %s stands twice', (language) => {
  const keys = [...rootFile(`locales/${language}.json`).matchAll(/^ {2}"(\w+)":/gm)];
  expect(keys.map(([, key]) => key)).toEqual(
    Object.keys(JSON.parse(rootFile(`locales/${language}.json`))),
  );
});

test.each([['en', english], ...others])('no text in %s is empty or padded', (_, texts) => {
  for (const [key, text] of Object.entries(texts)) {
    expect(text, key).not.toBe('');
    expect(text, key).toBe(text.trim());
  }
});

test.each<[string, Record<string, string>, RegExp]>([
  ['en', english, /["«»’]/],
  ['pt-BR', portuguese, /["«»’]/],
  ['es', spanish, /["“”’]/],
])('the texts in %s quote as their language does', (_, texts, strange) => {
  for (const [key, text] of Object.entries(texts)) expect(text, key).not.toMatch(strange);
});

/** Texts with elements in them: an element may end with a stop of its own, such as the time "6:00 p. m." */
const WITH_ELEMENTS = /<(?:Sentence|Timed)\s+text="(\w+)"/g;

test.each([['en', english], ...others])(
  'no text in %s has two full stops after a time',
  (_, texts) => {
    const keys = shippedModules().flatMap(({ source }) =>
      [...source.matchAll(WITH_ELEMENTS)].map(([, key = '']) => key),
    );
    expect(keys).toContain('nextTry');
    // Its elements are names.
    const ended = keys.filter((key) => key !== 'connectHow' && /\$\d\./.test(texts[key] ?? ''));
    expect(ended).toEqual([]);
  },
);

function unusedKeys(keys: string[], code: string): string[] {
  return keys.filter((key) => !new RegExp(`['"]${key}['"]|__MSG_${key}__`).test(code));
}

test('every text is used somewhere', () => {
  const code = [...shippedModules().map(({ source }) => source), rootFile('wxt.config.ts')].join();
  expect(unusedKeys(Object.keys(english), code)).toEqual([]);
});

test('an unused text is found', () => {
  const code = `t('called'); <Sentence text="quoted" />; name: '__MSG_named__'; const unused = 1;`;
  expect(unusedKeys(['called', 'quoted', 'named', 'unused'], code)).toEqual(['unused']);
});
