import { describe, expect, test } from 'vitest';
import { services } from '../../lib/core/services';
import { floorOf, importsOf, SERVICES, violations } from '../support/architecture';
import { shippedModules } from '../support/sources';

const modules = shippedModules();

test('every module keeps the rules', () => {
  expect(modules.flatMap(({ path, source }) => violations(path, source))).toEqual([]);
});

test('every module of the core stands on a floor', () => {
  const core = modules.map(({ path }) => path).filter((path) => path.startsWith('lib/core/'));
  expect(core.filter((path) => floorOf(path) === -1)).toEqual([]);
});

test('the check knows every service', () => {
  expect(services.map(({ kind }) => kind)).toEqual(SERVICES);
});

test('the check reads the modules and their imports', () => {
  expect(modules.length).toBeGreaterThan(40);
  for (const folder of ['lib/core/', 'lib/api/', 'lib/browser/', 'components/', 'entrypoints/']) {
    const imports = modules
      .filter(({ path }) => path.startsWith(folder))
      .flatMap(({ source }) => importsOf(source));
    expect(imports.length, folder).toBeGreaterThan(5);
  }
});

describe('an import is found', () => {
  test.each([
    ["import { a } from './a';", './a', false],
    ["import type { A } from './a';", './a', true],
    ["import {\n  a,\n  b,\n} from './a';", './a', false],
    ["import a, * as b from './a';", './a', false],
    ["import './a';", './a', false],
    ['export { a } from "./a";', './a', false],
    ["export * from './a';", './a', false],
    ["export type { A } from './a';", './a', true],
    ["const { a } = await import('./a');", './a', false],
    ["type A = import('./a').A;", './a', false],
  ])('%s', (source, from, isType) => {
    const found = [{ from, isType }];
    expect(importsOf(`const x = 1;\n${source}\nconst y = 'z';`)).toEqual(found);
  });

  test('but not in a comment or in a text', () => {
    const source = "/* import './a'; */\n// import './b';\nexport const from = 'https://x.test';";
    expect(importsOf(source)).toEqual([]);
  });
});

describe('a forbidden import is found', () => {
  test.each([
    ['lib/core/a.ts', '../api/http'],
    ['lib/core/a.ts', '../browser/badge'],
    ['lib/core/a.ts', '../../components/hero'],
    ['lib/core/a.ts', '../../entrypoints/popup/app'],
    ['lib/core/a.ts', '../../locales/en.json'],
    ['lib/core/a.ts', 'zod'],
    ['lib/core/a.ts', 'zod/mini'],
    ['lib/core/a.ts', 'dequal'],
    ['lib/core/zod.ts', 'dequal/lite'],
    ['lib/core/zod.ts', './texts'],
    ['lib/api/a.ts', 'zod/mini'],
    ['lib/browser/a.ts', 'zod/mini'],
    ['components/a.tsx', 'zod/mini'],
    ['components/a.tsx', 'dequal/lite'],
    ['entrypoints/background/a.ts', 'zod/mini'],
    ['entrypoints/options/a.tsx', 'zod/mini'],
    ['lib/core/time/a.ts', '../feeds/failure'],
    ['lib/core/feeds/a.ts', '../olie/timer'],
    ['lib/core/olie/a.ts', '../state/state'],
    ['lib/core/olie/a.ts', '../zaia/zaia'],
    ['lib/core/texts.ts', './time/day'],
    ['lib/core/time/a.ts', '../ui'],
    ['lib/core/ui.ts', './feeds/schedule'],
    ['lib/core/b3os/a.ts', '../services'],
    ['lib/core/services.ts', './settings/settings'],
    ['lib/core/settings/a.ts', '../state/state'],
    ['lib/core/state/a.ts', '../messages/command'],
    ['lib/core/messages/a.ts', '../toolbar/badge'],
    ['lib/core/settings/a.ts', '../olie/olie'],
    ['lib/core/state/a.ts', '../toolbar/badge'],
    ['entrypoints/background/round.ts', '../../lib/api/olie/client'],
    ['lib/core/a.ts', 'wxt/browser'],
    ['lib/core/a.ts', 'preact'],
    ['lib/core/a.ts', 'node:fs'],
    ['lib/api/a.ts', '../browser/badge'],
    ['lib/api/a.ts', '../../components/hero'],
    ['lib/api/a.ts', '../../entrypoints/background/refresh'],
    ['lib/api/a.ts', 'wxt/browser'],
    ['lib/browser/a.ts', '../api/http'],
    ['lib/browser/a.ts', '../../components/hero'],
    ['lib/browser/a.ts', '../../entrypoints/popup/app'],
    ['lib/browser/a.ts', 'webextension-polyfill'],
    ['lib/browser/a.ts', 'preact'],
    ['components/a.tsx', '../lib/api/http'],
    ['components/a.tsx', '../lib/browser/badge'],
    ['components/a.tsx', '../entrypoints/popup/app'],
    ['components/a.tsx', 'wxt/browser'],
    ['entrypoints/background/a.ts', '../../components/hero'],
    ['entrypoints/background/a.ts', 'wxt/browser'],
    ['entrypoints/background/a.ts', '../popup/app'],
    ['entrypoints/popup/a.tsx', '../../lib/api/olie'],
    ['entrypoints/popup/a.tsx', '../background/refresh'],
    ['entrypoints/popup/a.tsx', 'wxt/browser'],
    ['entrypoints/options/a.tsx', '../../lib/api/olie'],
    ['entrypoints/options/a.tsx', '../popup/app'],
    ['lib/utils/a.ts', '../core/day'],
  ])('if %s imports %s', (path, from) => {
    const found = [`${path} imports ${from}`];
    expect(violations(path, `import { a } from '${from}';\n`)).toEqual(found);
    expect(violations(path, `export { a } from '${from}';\n`)).toEqual(found);
    expect(violations(path, `const a = await import('${from}');\n`)).toEqual(found);
  });

  test.each([
    ['lib/core/a.ts', "import type en from '../../locales/en.json';"],
    ['lib/core/zod.ts', "export * from 'zod/mini';"],
    ['lib/core/settings/a.ts', "import * as z from '../zod';"],
    ['lib/core/settings/a.ts', "import { dequal } from 'dequal/lite';"],
    ['lib/core/olie/a.ts', "import { failure } from '../feeds/failure';"],
    ['lib/core/services.ts', "import { olie } from './olie/olie';"],
    ['lib/api/a.ts', "import { failure } from '../core/failure';"],
    ['lib/browser/a.ts', "import { browser } from 'wxt/browser';"],
    ['components/a.tsx', "import { useState } from 'preact/hooks';"],
    ['entrypoints/background/a.ts', "import { getTimer } from '../../lib/api/olie';"],
    ['entrypoints/popup/a.tsx', "import { PopupView } from '../../components/popup/popup-view';"],
  ])('but %s may say: %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});

describe('another broken rule is found', () => {
  test.each([
    ['lib/api/olie.ts', 'await fetch(url);', 'lib/api/olie.ts calls fetch'],
    ['entrypoints/popup/app.tsx', 'fetch (url);', 'entrypoints/popup/app.tsx calls fetch'],
    ['lib/browser/texts.ts', "fetch('/status');", 'lib/browser/texts.ts calls fetch'],
    ['lib/core/a.ts', 'const now = Date.now();', 'lib/core/a.ts is not pure: Date.now'],
    ['lib/core/a.ts', 'const now = new Date();', 'lib/core/a.ts is not pure: new Date()'],
    ['lib/core/a.ts', 'setTimeout(f, 1);', 'lib/core/a.ts is not pure: setTimeout'],
    ['lib/core/a.ts', 'setInterval(f, 1);', 'lib/core/a.ts is not pure: setInterval'],
    ['lib/core/a.ts', 'const get = fetch;', 'lib/core/a.ts is not pure: fetch'],
    ['lib/core/a.ts', 'globalThis.x = 1;', 'lib/core/a.ts is not pure: globalThis'],
    ['lib/core/a.ts', 'if (navigator.onLine) f();', 'lib/core/a.ts is not pure: navigator'],
    ['lib/core/a.ts', 'Math.random();', 'lib/core/a.ts is not pure: Math.random'],
    ['lib/core/a.ts', 'let last = 0;', 'lib/core/a.ts keeps state: last'],
    ['lib/core/a.ts', 'export let last = 0;', 'lib/core/a.ts keeps state: last'],
    ['lib/core/feeds/a.ts', "kind === 'olie'", "lib/core/feeds/a.ts names a service: 'olie'"],
    ['lib/core/settings/a.ts', 'f("b3os")', 'lib/core/settings/a.ts names a service: "b3os"'],
    [
      'entrypoints/background/a.ts',
      'f(`zaia`)',
      'entrypoints/background/a.ts names a service: `zaia`',
    ],
    ['lib/core/someDay.ts', '', 'lib/core/someDay.ts is not in kebab-case'],
    ['components/Hero.tsx', '', 'components/Hero.tsx is not in kebab-case'],
    ['lib/core/a.ts', 'a;\n'.repeat(201), 'lib/core/a.ts has 201 lines'],
  ])('in %s: %s', (path, source, violation) => {
    expect(violations(path, source)).toEqual([violation]);
  });

  test('but nothing is reported if all rules are kept', () => {
    expect(violations('lib/api/http.ts', 'await fetch(url);')).toEqual([]);
    expect(violations('lib/browser/texts.ts', 'fetch(`/_locales/en/messages.json`);')).toEqual([]);
    expect(violations('lib/core/a.ts', '// Date.now() is a parameter\na;\n')).toEqual([]);
    expect(violations('lib/core/a.ts', 'a;\n'.repeat(200))).toEqual([]);
    expect(violations('lib/core/a.ts', 'function f() {\n  let sum = 0;\n}\n')).toEqual([]);
    expect(violations('lib/core/olie/olie.ts', "const kind = 'olie';\n")).toEqual([]);
    expect(violations('lib/core/settings/settings-migrations.ts', "({ kind: 'olie' })")).toEqual(
      [],
    );
    expect(violations('lib/core/feeds/a.ts', "/** As FeedKind<'olie'> */\na;\n")).toEqual([]);
  });
});
