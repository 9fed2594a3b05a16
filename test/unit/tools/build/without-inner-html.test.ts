import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutInnerHtml } from '../../../../tools/build/without-inner-html';

const preact = new URL('../../../../node_modules/preact/dist/preact.mjs', import.meta.url);
const source = readFileSync(preact, 'utf8');
const SETS_HTML = /\.innerHTML\s*=(?!=)/g;

test('Preact sets innerHTML in one place, and in none afterwards', () => {
  expect(source.match(SETS_HTML)).toHaveLength(1);
  const { code = '' } = withoutInnerHtml.transform(source, preact.pathname) ?? {};
  expect(code.match(SETS_HTML)).toBeNull();
  expect(source.length - code.length).toBeLessThan(30);
});

test('a Preact that does it otherwise ends the build', () => {
  const other = source.replaceAll('.__html', '.html');
  expect(() => withoutInnerHtml.transform(other, preact.pathname)).toThrow(/innerHTML/);
});

test('other modules stay as they are', () => {
  expect(withoutInnerHtml.transform('a.innerHTML=b.__html', '/a/lib/core/zod.ts')).toBeNull();
});
