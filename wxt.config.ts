import { defineConfig } from 'wxt';
import { watchLicences } from './tools/build/licences.ts';
import { withoutInnerHtml } from './tools/build/without-inner-html.ts';
import { findBrowser } from './tools/find-browser.mjs';

const chromium = findBrowser('chromium');
const firefox = findBrowser('firefox');
const licences = watchLicences('tools/build/licences');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/**
 * Nothing but what is used: our own scripts and styles, the services' addresses as the form admits them. No picture
 * is loaded from elsewhere: its address would come from a service, and the request would carry the user's cookies.
 * Background and pages share the policy, so that the connections are open to pages too; those fetch
 * nothing but the package's own texts.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What an organisation may set (docs/deployment.md). */
const MANAGED_SCHEMA = 'managed-schema.json';

/**
 * A CommonJS module's properties are copied when it is imported. Of `browser` that starts every interface it has: 3.5 ms
 * of each start of a worker or page. As an ES module it is imported as it is.
 */
const polyfillAsModule = {
  name: 'polyfill-as-module',
  transform(code: string, id: string) {
    if (!id.endsWith('/browser-polyfill.js')) return null;
    const asModule = `const define = null, exports = 0, module = {};${code}\nexport default module.exports;`;
    return { code: asModule, map: null };
  },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  manifestVersion: 3,
  // Imports are written out: the reader sees where a thing comes from.
  imports: false,
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  hooks: {
    // What a shell has set must not count: the stores would get a package for development.
    'build:before': ({ config }) => {
      if (config.command === 'build') process.env.NODE_ENV = 'production';
    },
    // The gallery of every state is for development only: no build and no package has it.
    'entrypoints:found': ({ config }, pages) => {
      const kept = pages.filter(({ name }) => config.command === 'serve' || name !== 'gallery');
      pages.splice(0, pages.length, ...kept);
      // By its name, WXT takes it for a page in place of the browser's own history.
      for (const page of pages) if (page.name === 'history') page.type = 'unlisted-page';
    },
    // Tells the popup of the toolbar from the same page in a tab or a panel (popup/page.css).
    'build:manifestGenerated': (_, { action }) => {
      if (action?.default_popup) action.default_popup += '#toolbar';
    },
    'build:publicAssets': ({ config }, assets) => {
      // By now, everything is bundled. Development bundles more, which nobody is given.
      if (config.command === 'build') {
        assets.push({ relativeDest: 'licenses.txt', contents: licences.text() });
      }
      // Firefox has no use for it.
      const schema = assets.findIndex(({ relativeDest }) => relativeDest === MANAGED_SCHEMA);
      if (config.browser === 'firefox' && schema >= 0) assets.splice(schema, 1);
      // Portuguese of any country: a browser that does not find its own takes `pt`.
      const brazilian = assets.find(({ relativeDest }) => /[\\/]pt_BR[\\/]/.test(relativeDest));
      if (brazilian) {
        const relativeDest = brazilian.relativeDest.replace('pt_BR', 'pt');
        assets.push({ ...brazilian, relativeDest });
      }
    },
    // Popup and side panel by themselves: otherwise they load 1.7 kB (gzip) that only the other pages need, or in pieces.
    'entrypoints:grouped': (_, groups) => {
      const split = groups.flatMap((group) => {
        if (!Array.isArray(group)) return [group];
        const alone = ['popup', 'sidepanel'].map((own) => group.filter(({ name }) => name === own));
        const others = group.filter((page) => !alone.flat().includes(page));
        return [...alone, others].filter(({ length }) => length > 0);
      });
      groups.splice(0, groups.length, ...split);
    },
  },
  // `npm run dev` opens a browser if it can. Otherwise it says which folder to load.
  webExt: {
    disabled: !hasDisplay,
    binaries: { ...(chromium ? { chrome: chromium } : {}), ...(firefox ? { firefox } : {}) },
    // Chromium refuses to run as root inside its sandbox.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  autoIcons: { baseIconPath: 'assets/icon.svg', sizes: [16, 32, 48, 96, 128] },
  vite: () => ({
    plugins: [polyfillAsModule, withoutInnerHtml, licences.plugin],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: ['chrome120', 'firefox142'], modulePreload: false },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // `idle`: services are asked less often while nobody is at the computer. `contextMenus`: the menu of the button.
    permissions: ['storage', 'alarms', 'idle', 'contextMenus'],
    // Asked for when reminders are switched on.
    optional_permissions: ['notifications'],
    // No host is demanded: each is asked for on the options page, one origin at a time.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // Development with reloading has the one that WXT makes: it loads from a server.
    ...(command === 'build'
      ? { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }
      : {}),
    // Firefox would put the button behind its puzzle piece.
    action: {
      default_title: '__MSG_extensionName__',
      ...(browser === 'firefox' ? { default_area: 'navbar' as const } : {}),
    },
    // Only this one takes a key by itself. The user chooses those of the others.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      'side-panel': { description: '__MSG_openSidePanel__' },
      refresh: { description: '__MSG_refresh__' },
      'copy-summary': { description: '__MSG_copyToday__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'olie-timer@olie-timer',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: MANAGED_SCHEMA } }),
  }),
});
