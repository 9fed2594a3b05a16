import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { browser } from '../support/browsers/tested-browser.ts';

// What users get: the build, which `npm test` makes right before these tests.

const folder = browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
const BUILD = fileURLToPath(new URL(`../../.output/${folder}/`, import.meta.url));

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': 'https: http://localhost:* http://127.0.0.1:*',
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

const COMMON = [
  'action',
  'background',
  'commands',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'optional_host_permissions',
  'optional_permissions',
  'options_ui',
  'permissions',
  'version',
];

/** Every way to run a text as code, or to put it into a page as markup. */
const TEXT_AS_CODE =
  /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|\.constructor\s*\(\s*["'`]|\bimportScripts\b|\bdocument\.write\b|\binsertAdjacentHTML\b|\.(?:inner|outer)HTML\s*=(?!=)|\bset(?:Timeout|Interval)\s*\(\s*["'`]/g;

const read = (file: string) => readFileSync(BUILD + file, 'utf8');
const files = (ending: string) =>
  readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
// Only the fields that are compared below are read.
const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;

test('the manifest asks for nothing of which browsers warn, later for notifications, and opens nothing to web pages', () => {
  const panel = browser === 'chromium' ? ['sidePanel'] : [];
  expect(manifest.permissions).toEqual(['storage', 'alarms', 'idle', 'contextMenus', ...panel]);
  expect(manifest.optional_permissions).toEqual(['notifications']);
  expect(manifest.optional_host_permissions).toEqual([
    'https://*/*',
    'http://localhost/*',
    'http://127.0.0.1/*',
  ]);
  // A new key, such as host_permissions or content_scripts, must be added here on purpose.
  const own =
    browser === 'chromium'
      ? ['minimum_chrome_version', 'side_panel', 'storage']
      : ['browser_specific_settings', 'sidebar_action'];
  expect(Object.keys(manifest).sort()).toEqual([...COMMON, ...own].sort());
});

test('one shortcut is suggested, and Firefox puts the button in sight', () => {
  expect(manifest.commands).toEqual({
    _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
    'side-panel': { description: '__MSG_openSidePanel__' },
    refresh: { description: '__MSG_refresh__' },
    'copy-summary': { description: '__MSG_copyToday__' },
  });
  const { default_area: area } = Object(manifest.action);
  expect(area).toBe(browser === 'firefox' ? 'navbar' : undefined);
});

test("Firefox's sidebar is not opened when the extension is installed", () => {
  expect(manifest.sidebar_action).toEqual(
    browser === 'firefox'
      ? { default_panel: 'sidepanel.html', default_title: 'Olie Timer', open_at_install: false }
      : undefined,
  );
});

test('the content security policy opens only what is used', () => {
  const { extension_pages: policy = '', ...others } = Object(manifest.content_security_policy);
  const directives = String(policy)
    .split('; ')
    .map((directive) => directive.match(/^(\S+) (.*)$/)?.slice(1) ?? [directive]);
  expect(Object.fromEntries(directives)).toEqual(POLICY);
  expect(others).toEqual({});
  // A source with an IPv6 host is none: browsers report and ignore it.
  expect(String(policy)).not.toContain('[');
});

test('Portuguese is for the browsers of Brazil, of Portugal and of all other countries', () => {
  const languages = readdirSync(`${BUILD}_locales`).sort();
  expect(languages).toEqual(['en', 'es', 'pt', 'pt_BR']);
  expect(read('_locales/pt/messages.json')).toBe(read('_locales/pt_BR/messages.json'));
});

test('the pages have no inline script or style and nothing remote', () => {
  expect(files('.html').sort()).toEqual([
    'history.html',
    'options.html',
    'popup.html',
    'sidepanel.html',
    'welcome.html',
  ]);
  for (const page of files('.html').map(read)) {
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<base|<iframe|<object|<embed/i);
    expect(page.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
    const named = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, url]) => url);
    expect(named.filter((url) => !/^\/[^/]/.test(url ?? ''))).toEqual([]);
  }
  for (const sheet of files('.css').map(read)) expect(sheet).not.toMatch(/url\(|@import/);
});

test('nothing moves, so nobody needs to have it stopped (prefers-reduced-motion)', () => {
  for (const sheet of files('.css').map(read)) {
    expect(sheet).not.toMatch(/animation|transition|@keyframes|smooth/);
  }
});

test('no text is run as code, or becomes HTML', () => {
  const found = files('.js').flatMap((file) =>
    [...read(file).matchAll(TEXT_AS_CODE)].map(([code]) => code),
  );
  expect(found).toEqual([]);
  for (const file of files('.js').map(read)) {
    expect(file).not.toMatch(/dangerouslySetInnerHTML\s*:/);
  }
});
