import type { Page } from 'puppeteer-core';
import type { StandInServer } from '../stand-ins/server.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

/** Somewhere a secret could come to light. */
export interface Place {
  name: string;
  /** All that is there now, as text. */
  read(): Promise<string> | string;
  /** Puts a text there by hand, to see that it is found; null where that is done otherwise. */
  plant: ((text: string) => Promise<unknown>) | null;
}

const browserApi = '(globalThis.browser ?? chrome)';

/** What a page holds or shows, each with an expression that reads it and one that puts `text` there. */
const IN_A_PAGE: { name: string; read: string; plant: string | null }[] = [
  {
    name: 'markup: texts and attributes',
    read: 'document.documentElement.outerHTML',
    plant: `document.body.append(Object.assign(document.createElement('i'), { title: text }))`,
  },
  {
    name: 'values of fields',
    read: `[...document.querySelectorAll('input, textarea, select')].map((field) => field.value).join()`,
    plant: `(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.value = text;
    })()`,
  },
  {
    name: 'address and history',
    read: `location.href + JSON.stringify(history.state) + document.referrer + window.name`,
    plant: `history.replaceState(text, '')`,
  },
  { name: 'title', read: 'document.title', plant: 'void (document.title = text)' },
  {
    name: 'performance entries',
    read: 'JSON.stringify(performance.getEntries())',
    plant: 'void performance.mark(text)',
  },
  {
    name: 'local and session storage, cookies',
    read: `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])`,
    plant: 'sessionStorage.setItem("planted", text)',
  },
  {
    name: 'caches and databases',
    read: `Promise.all([caches.keys(), indexedDB.databases()]).then(JSON.stringify)`,
    plant: `new Promise((resolve) => { indexedDB.open(text).onsuccess = resolve }).then(() => undefined)`,
  },
];

/** What the extension keeps or shows, whichever page asks. */
const IN_THE_EXTENSION: typeof IN_A_PAGE = [
  {
    name: 'storage.sync',
    read: `${browserApi}.storage.sync.get().then(JSON.stringify)`,
    plant: `${browserApi}.storage.sync.set({ planted: text })`,
  },
  {
    name: 'storage.session',
    read: `${browserApi}.storage.session.get().then(JSON.stringify)`,
    plant: `${browserApi}.storage.session.set({ planted: text })`,
  },
  {
    name: 'storage.local beside the settings',
    read: `${browserApi}.storage.local.get().then(({ settings, ...others }) => JSON.stringify(others))`,
    plant: `${browserApi}.storage.local.set({ planted: text })`,
  },
  {
    name: 'badge and its title',
    read: `Promise.all([${browserApi}.action.getTitle({}), ${browserApi}.action.getBadgeText({})]).then(JSON.stringify)`,
    plant: `${browserApi}.action.setTitle({ title: text })`,
  },
  {
    name: 'alarms',
    read: `${browserApi}.alarms.getAll().then(JSON.stringify)`,
    plant: `${browserApi}.alarms.create(text, { when: Date.now() + 3600000 })`,
  },
];

/**
 * Every place of a browser but the settings themselves, and consoles: what is in those is known at the browser's end.
 * @param pages by what they are called
 */
export function placesOf(session: ExtensionBrowser, pages: Record<string, Page>): Place[] {
  const { kind, heard, extensionOrigin } = session;
  const inPages = Object.entries(pages).flatMap(([page, at]) =>
    IN_A_PAGE.map((place) => placeIn(at, { ...place, name: `${page}: ${place.name}` })),
  );
  const [any] = Object.values(pages);
  const common = any ? IN_THE_EXTENSION.map((place) => placeIn(any, place)) : [];
  const ofPages = () =>
    heard.requests.filter(
      ({ by }) => by.startsWith(`${extensionOrigin}/`) && !/background/.test(by),
    );
  const requests: Place = {
    name: 'requests of pages',
    read: () => JSON.stringify(ofPages()),
    plant: async (text) => any?.evaluate(`void fetch('/icons/16.png?${text}')`),
  };
  return [...inPages, ...common, ...(kind === 'chromium' ? [requests] : [])];
}

/** What a server received that is not for it to know. */
export function placeAt(name: string, server: StandInServer): Place {
  return {
    name,
    read: () => JSON.stringify(server.requests),
    plant: (text) => fetch(`${server.url}/${text}`),
  };
}

function placeIn(page: Page, { name, read, plant }: (typeof IN_A_PAGE)[number]): Place {
  return {
    name,
    read: async () => String(await page.evaluate(read)),
    plant:
      plant === null
        ? null
        : (text) => page.evaluate(`(async (text) => { await ${plant}; })(${JSON.stringify(text)})`),
  };
}

/** Where one of the texts is found, by name: each place with what it holds around it. */
export async function placesWith(places: Place[], texts: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, read } of places) {
    const all = (await read()).toLowerCase();
    for (const text of texts) {
      const at = all.indexOf(text.toLowerCase());
      if (at >= 0) found.push(`${name}: …${all.slice(Math.max(0, at - 60), at + 60)}…`);
    }
  }
  return found;
}
