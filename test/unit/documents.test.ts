import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT, rootFile } from '../support/sources';

/** The documents in a folder of the project. */
const documentsIn = (folder: string, recursive = true) =>
  readdirSync(ROOT + folder, { recursive, encoding: 'utf8' })
    .map((name) => folder + name.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'));
const DOCUMENTS = [...documentsIn('', false), ...documentsIn('docs/'), ...documentsIn('store/')];
/** `lib/core/feeds/policy.ts`, from the root of the project. */
const PATH =
  /`((?:components|docs|entrypoints|lib|locales|public|store|test|tools)\/[\w./-]+\.\w+)`/g;
/** The service that CONTRIBUTING.md makes up. */
const MADE_UP = /acme/;

test.each(DOCUMENTS)('%s names only files that there are', (document) => {
  const named = [...rootFile(document).matchAll(PATH)].map(([, path = '']) => path);
  const missing = named.filter((path) => !MADE_UP.test(path) && !existsSync(ROOT + path));
  expect(missing).toEqual([]);
});
