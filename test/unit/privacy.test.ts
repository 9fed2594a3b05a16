import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import spanish from '../../locales/es.json' with { type: 'json' };
import portuguese from '../../locales/pt-BR.json' with { type: 'json' };
import { rootFile } from '../support/sources';

// `*Delete history*`, over a line's end too: a button or a heading that the document names.
const named = (text: string) =>
  [...text.replace(/`[^`]*`|\*\*/g, '').matchAll(/\*([^*]+)\*/g)]
    .map(([, name = '']) => name.replace(/\s+/g, ' '))
    .filter((name) => !name.includes(']'));
const codes = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
const rows = (text: string) => text.match(/^\|.*\|$/gm)?.length;

const english = rootFile('PRIVACY.md');

describe.each([
  ['PRIVACY.md', en],
  ['PRIVACY.pt-BR.md', portuguese],
  ['PRIVACY.es.md', spanish],
])('%s', (file, texts) => {
  const document = rootFile(file);

  test('names buttons as the pages do', () => {
    expect(named(document).length).toBeGreaterThan(4);
    const shown: string[] = Object.values(texts);
    expect(named(document).filter((name) => !shown.includes(name))).toEqual([]);
  });

  test('tells of the same keys and headers as the English one', () => {
    expect(rows(document)).toBe(13);
    expect(codes(document)).toEqual(codes(english));
  });
});
