import { describe, expect, test } from 'vitest';
import { importsOf, violations } from '../support/architecture';
import { shippedModules } from '../support/sources';

const modules = shippedModules();

test.each([
  ["import.meta.glob<Kind>('./a/*.ts', { eager: true });", ['./a/*.ts']],
  ["import.meta.glob('../../lib/api/a/*.ts');", ['../../lib/api/a/*.ts']],
  ['import.meta.glob<Map<string, Kind>>(\n  "./a/*.ts",\n);', ['./a/*.ts']],
  ["import.meta.glob(['./a/*.ts', '!./a/b.ts']);", ['./a/*.ts', './a/b.ts']],
])('also those by glob: %s', (source, patterns) => {
  const found = patterns.map((from) => ({ from, isType: false, isGlob: true }));
  expect(importsOf(`const files = ${source}\nconst y = 'z';\n/* x */`)).toEqual(found);
});

test('what is found by glob is read too, and there is a service of each kind in both folders', () => {
  const globs = modules.flatMap(({ path, source }) =>
    importsOf(source).flatMap(({ from, isGlob }) => (isGlob ? [`${path} -> ${from}`] : [])),
  );
  expect(globs.sort()).toEqual([
    'entrypoints/background/clients.ts -> ../../lib/api/services/*.ts',
    'entrypoints/options/sections.ts -> ./sections/*.tsx',
    'entrypoints/popup/use-sections.ts -> ../../components/sections/*.tsx',
    'lib/core/backup-kinds.ts -> ./services/*.ts',
    'lib/core/feed-kinds.ts -> ./services/*.ts',
  ]);
  const inFolder = (folder: string) => modules.filter(({ path }) => path.startsWith(folder)).length;
  expect(inFolder('lib/core/services/')).toBeGreaterThanOrEqual(3);
  expect(inFolder('lib/api/services/')).toBe(inFolder('lib/core/services/'));
});

describe('a wrong glob is found', () => {
  test.each([
    ['lib/core/feed-kinds.ts', '../api/services/*.ts'],
    ['lib/core/services/a.ts', '../../api/services/*.ts'],
    ['lib/api/services/a.ts', '../../browser/*.ts'],
    ['lib/browser/a.ts', '../api/services/*.ts'],
    ['components/a.tsx', '../lib/api/services/*.ts'],
    ['entrypoints/background/a.ts', '../../components/sections/*.tsx'],
    ['entrypoints/popup/a.ts', '../../lib/api/services/*.ts'],
    ['entrypoints/options/a.ts', '../popup/*.tsx'],
    ['lib/core/a.ts', '/lib/api/services/*.ts'],
  ])('%s globs %s', (path, from) => {
    const found = [`${path} imports ${from}`];
    expect(violations(path, `const a = import.meta.glob<A>('${from}');\n`)).toEqual(found);
    expect(violations(path, `const a = import.meta.glob(['./a.ts', '${from}']);\n`)).toEqual(found);
  });

  test('and a right one is not', () => {
    const code = (from: string) => `const a = import.meta.glob('${from}', { eager: true });\n`;
    expect(violations('lib/core/feed-kinds.ts', code('./services/*.ts'))).toEqual([]);
    const api = code('../../lib/api/services/*.ts');
    expect(violations('entrypoints/background/clients.ts', api)).toEqual([]);
    const sections = code('../../components/sections/*.tsx');
    expect(violations('entrypoints/popup/use-sections.ts', sections)).toEqual([]);
  });
});

describe('only by glob does the mechanism find a service', () => {
  test.each([
    ['lib/core/settings.ts', './services/olie'],
    ['lib/api/http.ts', './services/olie'],
    ['entrypoints/background/round.ts', '../../lib/api/services/olie'],
    ['entrypoints/background/ask.ts', '../../lib/core/services/workflow'],
    ['entrypoints/popup/app.tsx', '../../components/sections/workflow'],
    ['entrypoints/options/app.tsx', './sections/olie'],
    ['components/popup-view.tsx', './sections/workflow'],
  ])('%s does not name %s', (path, from) => {
    const source = `import { a } from '${from}';\n`;
    expect(violations(path, source)).toEqual([`${path} imports ${from}`]);
  });

  test.each([
    ['lib/api/services/olie.ts', '../../core/services/olie'],
    ['entrypoints/options/sections/olie.tsx', '../../../lib/core/services/olie'],
    ['components/sections/workflow.tsx', '../../lib/core/services/workflow'],
  ])('but %s may name %s', (path, from) => {
    expect(violations(path, `import { a } from '${from}';\n`)).toEqual([]);
  });
});
