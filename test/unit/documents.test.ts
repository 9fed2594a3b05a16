import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
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
/** `npm run unit`, `npm run --silent notes`. */
const SCRIPT = /\bnpm run (?:-\S+ )*([\w:]+)/g;
/** `[how it works](docs/internals.md#the-history)`, but no address elsewhere. */
const LINK = /\]\((?!https?:)([^)#]*)#?([^)]*)\)/g;
/** The service that CONTRIBUTING.md makes up. */
const MADE_UP = /acme/;

test.each(DOCUMENTS)('%s names only files that there are', (document) => {
  const named = [...rootFile(document).matchAll(PATH)].map(([, path = '']) => path);
  const missing = named.filter((path) => !MADE_UP.test(path) && !existsSync(ROOT + path));
  expect(missing).toEqual([]);
});

test.each(DOCUMENTS)('%s names only scripts that there are', (document) => {
  const { scripts } = JSON.parse(rootFile('package.json')) as { scripts: object };
  const named = [...rootFile(document).matchAll(SCRIPT)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(DOCUMENTS)('each link of %s leads to a file, and to a heading of it', (document) => {
  for (const [link, path, anchor] of rootFile(document).matchAll(LINK)) {
    const target = path ? posix.join(posix.dirname(document), path) : document;
    expect(existsSync(ROOT + target), link).toBe(true);
    if (anchor) expect(anchorsOf(rootFile(target)), link).toContain(anchor);
  }
});

/** What GitHub makes of the headings: `#the-history`. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
