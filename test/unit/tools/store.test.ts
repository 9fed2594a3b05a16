import { describe, expect, test, vi } from 'vitest';
import {
  checkAnswers,
  checkColours,
  checkNews,
  checkPictures,
  checkReview,
  checkTexts,
  type Row,
} from '../../../tools/store/check';
import {
  LANGUAGES,
  leftOverFiles,
  readPictures,
  readReview,
  readTexts,
} from '../../../tools/store/files';
import { parseListing } from '../../../tools/store/listing';
import { LOGO, PICTURES } from '../../../tools/store/picture-list';
import type { Manifest } from '../../../tools/store/review';

// The real one loads all of WXT, which takes longer than the tests.
vi.mock('wxt', () => ({ defineConfig: (config: unknown) => config }));
const { default: config } = await import('../../../wxt.config');

const wrongOf = (rows: Row[]) => rows.filter(({ ok }) => !ok);
const texts = LANGUAGES.map(readTexts);

describe('what is in store/', () => {
  test.each(texts.map((one) => [one.language, one] as const))(
    'in %s fits into the forms',
    (_, one) => {
      expect(wrongOf(checkTexts(one))).toEqual([]);
    },
  );

  test('has every picture in its size, and nothing that nobody needs', () => {
    expect(wrongOf(checkPictures(readPictures(), LANGUAGES))).toEqual([]);
    expect(leftOverFiles()).toEqual([]);
  });

  test('has pictures of 24 bits, as Chrome takes them', () => {
    expect(checkColours(readPictures())).toMatchObject({ figure: 'none', ok: true });
  });

  test('answers the other questions of the forms, no longer than they take', () => {
    expect(wrongOf(checkAnswers(readReview()))).toEqual([]);
  });

  test('justifies every permission of every browser, and no other', async () => {
    const manifests = await Promise.all(['chrome', 'edge', 'firefox'].map(manifestFor));
    // WXT adds it for entrypoints/sidepanel.
    const ofChromium = { permissions: ['sidePanel'] };
    expect(wrongOf(checkReview(readReview(), [...manifests, ofChromium]))).toEqual([]);
  });
});

describe('is found:', () => {
  const [english] = texts;
  if (english === undefined) throw new Error('There is no listing');
  const { listing } = english;
  const long = 'x'.repeat(31);
  const permission = (name: string) =>
    `## Single purpose\n\nOne.\n\n## Permissions\n\n### ${name}\n\n`;

  test.each([
    ['a long name', { ...english, name: 'x'.repeat(46) }, 'en: name'],
    ['a long summary', { ...english, summary: 'x'.repeat(133) }, 'en: summary (package)'],
    [
      'a long summary for Firefox',
      { ...english, listing: { ...listing, summary: 'x'.repeat(251) } },
      'en: summary (Firefox)',
    ],
    [
      'a short description',
      { ...english, listing: { ...listing, description: 'x'.repeat(249) } },
      'en: description',
    ],
    ['no news', { ...english, listing: { ...listing, news: '' } }, 'en: what is new'],
    [
      'an eighth search term',
      { ...english, listing: { ...listing, searchTerms: [...'abcdefgh'] } },
      'en: search terms',
    ],
    [
      'a 22nd word',
      {
        ...english,
        listing: { ...listing, searchTerms: [[...'abcdefghijklmno'].join(' '), 'p q r s t u v'] },
      },
      'en: words in search terms',
    ],
    [
      'a long search term',
      { ...english, listing: { ...listing, searchTerms: ['a', long] } },
      'en: longest search term',
    ],
    ['a missing headline', { ...english, listing: { ...listing, headlines: {} } }, 'en: headlines'],
  ])('%s', (_, one, what) => {
    expect(wrongOf(checkTexts(one)).map((row) => row.what)).toContain(what);
  });

  test.each([
    [
      'a permission without a justification',
      permission('storage'),
      ['storage', 'tabs'],
      'missing: tabs',
    ],
    ['a justification of nothing', permission('tabs'), [], 'left over: tabs'],
  ])('%s', (_, review, permissions, figure) => {
    expect(checkReview(review, [{ permissions }])[1]).toMatchObject({ figure, ok: false });
  });

  test('an optional permission and an optional host without a justification', () => {
    const manifest = { optional_permissions: ['idle'], optional_host_permissions: ['https://*/*'] };
    expect(checkReview(permission('idle'), [manifest])[1]?.figure).toBe('missing: https://*/*');
  });

  test('an empty justification', () => {
    const rows = checkReview(permission('tabs'), [{ permissions: ['tabs'] }]);
    expect(wrongOf(rows)).toEqual([{ what: 'why tabs', figure: 0, limit: '40 – 1000', ok: false }]);
  });

  test('an answer that is missing, and notes that are longer than Chrome takes', () => {
    const review = `## Remote code\n\nNo.\n\n## Notes for reviewers\n\n${'x'.repeat(501)}\n`;
    expect(wrongOf(checkAnswers(review)).map(({ what, figure }) => [what, figure])).toEqual([
      ['data use', 0],
      ['notes for reviewers', 501],
    ]);
  });

  test('a picture with a palette, or one that is transparent', () => {
    const files = [2, 3, 6].map((colourType) => ({ path: `${colourType}.png`, colourType }));
    expect(checkColours(files)).toMatchObject({ figure: '3.png, 6.png', ok: false });
  });

  test('a picture that is missing, of another size, or of nothing', () => {
    const good = PICTURES.map(({ name, width, height }) => {
      return { path: `en/${name}.png`, width, height, bytes: 1000 };
    });
    const logo = { path: 'logo.png', width: LOGO.width, height: LOGO.height, bytes: 1000 };
    const figures = (files: typeof good) =>
      checkPictures(files, ['en']).map(({ figure }) => figure);
    expect(figures([...good, logo])).toEqual([8, 'none', 8000]);
    expect(figures(good)).toEqual(['missing: logo.png', 'none', 7000]);
    expect(figures([...good, { ...logo, width: 128 }])).toEqual([8, 'logo.png', 8000]);
    expect(figures([...good, logo, { ...logo, path: 'old.png' }])[0]).toBe('left over: old.png');
  });

  test.each([
    ['0.1.0', ['0.2', '0.2'], true],
    ['0.2.7', ['0.2', '0.2'], true],
    ['0.3.0', ['0.2', '0.2'], false],
    ['1.0.0', ['0.11', '0.11'], false],
    ['0.2.0', ['0.2', '0.3'], false],
  ])('in %s, news of %j: %s', (version, newsOf, ok) => {
    const listings = newsOf.map((one) => ({ ...listing, newsOf: one }));
    expect(checkNews(version, listings).ok).toBe(ok);
  });
});

describe('a listing', () => {
  const text = [
    '# English',
    '## Summary (Firefox)\n\nShort.\n',
    '## Description\n\nLong:\n- one\n- two\n',
    '## Search terms\n\n- time\n- work hours\n',
    '## What is new in 0.2\n\n- This.\n',
    '## Pictures\n\n- tile: Now: in sight\n',
  ].join('\n');

  test('is read by its headings', () => {
    expect(parseListing(text)).toEqual({
      summary: 'Short.',
      description: 'Long:\n- one\n- two',
      searchTerms: ['time', 'work hours'],
      newsOf: '0.2',
      news: '- This.',
      headlines: { tile: 'Now: in sight' },
    });
  });

  test.each([
    ['missing', text.replace('## Pictures', ''), 'Pictures'],
    ['unknown', `${text}\n## Keywords\n`, 'Keywords'],
    ['doubled', `${text}\n## Pictures\n`, 'Pictures'],
  ])('with a heading that is %s is refused', (_, wrong, name) => {
    expect(() => parseListing(wrong)).toThrow(name);
  });
});

async function manifestFor(browser: string): Promise<Manifest> {
  if (typeof config.manifest !== 'function') throw new Error('The manifest is no function');
  return config.manifest({ browser, command: 'build', manifestVersion: 3, mode: 'production' });
}
