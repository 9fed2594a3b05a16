import { describe, expect, test } from 'vitest';
import { filesOfPage } from '../../../../tools/bench/files-of-page';

const DEPS =
  'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/a.css","assets/rest.css","assets/section.css"])))=>i.map(i=>d[i]);';

/** What Vite makes, in short. */
const BUILD: Record<string, string> = {
  'popup.html':
    '<script type="module" crossorigin src="/chunks/main-AAAAAAAA.js"></script><link rel="stylesheet" href="/assets/main.css">',
  'assets/main.css': '',
  'assets/rest.css': '',
  'chunks/main-AAAAAAAA.js':
    'import"./shared-BBBBBBBB.js";import{a}from`./more-CCCCCCCC.js`;const s="from nowhere.js";',
  'chunks/shared-BBBBBBBB.js': '',
  'chunks/more-CCCCCCCC.js': '',
};

function filesOf(build: Record<string, string>) {
  const source = (file: string) => {
    const text = build[file];
    if (text === undefined) throw new Error(`No file ${file}`);
    return text;
  };
  return filesOfPage('popup.html', source, ['b3os', 'zaia']);
}

const FIRST = [
  'popup.html',
  'chunks/main-AAAAAAAA.js',
  'assets/main.css',
  'chunks/shared-BBBBBBBB.js',
  'chunks/more-CCCCCCCC.js',
];

describe('what a page loads', () => {
  test('is what it names and imports', () => {
    expect(filesOf(BUILD)).toEqual({ first: FIRST, later: [] });
  });

  test.each([
    ['bare', 'import("./rest-DD-DD_DD.js")', []],
    ['of one name', 'p(()=>import(`./rest-DD-DD_DD.js`).then(e=>e.start),[])', []],
    ['with styles', `${DEPS}p(()=>import("./rest-DD-DD_DD.js"),__vite__mapDeps([1]))`, ['rest']],
    [
      'of one name, with styles',
      `${DEPS}p(()=>import("./rest-DD-DD_DD.js").then(e=>e.t),__vite__mapDeps([1]))`,
      ['rest'],
    ],
  ])('later is what it imports when it runs: %s', (_, source, styles) => {
    const { first, later } = filesOf({
      ...BUILD,
      'chunks/more-CCCCCCCC.js': source,
      'chunks/rest-DD-DD_DD.js': 'import"./shared-BBBBBBBB.js";import"./deep-EEEEEEEE.js";',
      'chunks/deep-EEEEEEEE.js': '',
    });
    expect(first).toEqual(FIRST);
    expect(later.toSorted()).toEqual([
      ...styles.map((name) => `assets/${name}.css`),
      'chunks/deep-EEEEEEEE.js',
      'chunks/rest-DD-DD_DD.js',
    ]);
  });

  test.each(['b3os', 'zaia'])('is not the section %s, nor its styles', (name) => {
    const source = `${DEPS}p(()=>import("./${name}-F-FFFFFF.js").then(e=>e.Section),__vite__mapDeps([2]))`;
    expect(filesOf({ ...BUILD, 'chunks/more-CCCCCCCC.js': source }).later).toEqual([]);
  });

  test('is also what is called like a section and more', () => {
    const source = 'import("./workflow-details-GGGGGGGG.js")';
    const file = 'chunks/workflow-details-GGGGGGGG.js';
    const { later } = filesOf({ ...BUILD, 'chunks/more-CCCCCCCC.js': source, [file]: '' });
    expect(later).toEqual([file]);
  });
});
