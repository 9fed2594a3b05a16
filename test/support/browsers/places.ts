import type { Page } from 'puppeteer-core';
import type { StandInServer } from '../stand-ins/server.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

/** Somewhere a secret could leak to. */
export interface Place {
  name: string;
  /** Everything that is there now, as text. */
  read(): Promise<string> | string;
  /** Puts a text there, to prove that it would be found; null if the test does so in another way. */
  plant: ((text: string) => Promise<unknown>) | null;
}

/** An expression that reads the place in a page, and one that puts `text` there. */
interface Expressions {
  name: string;
  read: string;
  plant: string;
}

const IN_A_PAGE: Expressions[] = [
  {
    name: 'markup',
    read: 'document.documentElement.outerHTML',
    plant: `document.body.append(Object.assign(document.createElement('i'), { title: text }))`,
  },
  {
    name: 'values of fields',
    read: `[...document.querySelectorAll('input, textarea, select')].map((field) => field.value).join()`,
    plant: `document.body.appendChild(document.createElement('input')).value = text`,
  },
  {
    name: 'address and history',
    read: `location.href + JSON.stringify(history.state) + document.referrer + window.name`,
    plant: `history.replaceState(text, '')`,
  },
  { name: 'title', read: 'document.title', plant: 'document.title = text' },
  {
    name: 'performance entries',
    read: 'JSON.stringify(performance.getEntries())',
    plant: 'performance.mark(text)',
  },
  {
    name: 'local and session storage, cookies',
    read: `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])`,
    plant: 'sessionStorage.setItem("planted", text)',
  },
  {
    name: 'caches and databases',
    read: `Promise.all([caches.keys(), indexedDB.databases()]).then(JSON.stringify)`,
    plant: `new Promise((resolve) => { indexedDB.open(text).onsuccess = resolve })`,
  },
];

/** Places that all pages of the extension share. */
const IN_THE_EXTENSION: Expressions[] = [
  {
    name: 'storage.sync',
    read: 'api.storage.sync.get().then(JSON.stringify)',
    plant: 'api.storage.sync.set({ planted: text })',
  },
  {
    name: 'storage.session',
    read: 'api.storage.session.get().then(JSON.stringify)',
    plant: 'api.storage.session.set({ planted: text })',
  },
  {
    name: 'storage.local except the settings',
    read: 'api.storage.local.get().then(({ settings, ...others }) => JSON.stringify(others))',
    plant: 'api.storage.local.set({ planted: text })',
  },
  {
    name: 'badge and title',
    read: 'Promise.all([api.action.getTitle({}), api.action.getBadgeText({})]).then(JSON.stringify)',
    plant: 'api.action.setTitle({ title: text })',
  },
  {
    name: 'alarms',
    read: 'api.alarms.getAll().then(JSON.stringify)',
    plant: 'api.alarms.create(text, { when: Date.now() + 3600000 })',
  },
];

/** All places of a browser, except the settings and the consoles. */
export function placesOf(
  { kind, heard, extensionOrigin }: ExtensionBrowser,
  { options, popup }: { options: Page; popup: Page },
): Place[] {
  const inPages = Object.entries({ options, popup }).flatMap(([name, page]) =>
    IN_A_PAGE.map((place) => placeIn(page, { ...place, name: `${name}: ${place.name}` })),
  );
  const common = IN_THE_EXTENSION.map((place) => placeIn(popup, place));
  if (kind === 'firefox') return [...inPages, ...common];
  const isOfPage = ({ by }: { by: string }) =>
    by.startsWith(`${extensionOrigin}/`) && !/background/.test(by);
  const requests: Place = {
    name: 'requests of pages',
    read: () => JSON.stringify(heard.requests.filter(isOfPage)),
    plant: (text) => popup.evaluate(`void fetch('/icons/16.png?${text}')`),
  };
  return [...inPages, ...common, requests];
}

/** What a server has received. */
export function placeAt(name: string, server: StandInServer): Place {
  return {
    name,
    read: () => JSON.stringify([server.requests, server.aside]),
    plant: (text) => fetch(`${server.url}/${text}`),
  };
}

function placeIn(page: Page, { name, read, plant }: Expressions): Place {
  const run = (code: string) =>
    page.evaluate(`(async (api) => { ${code} })(globalThis.browser ?? chrome)`);
  return {
    name,
    read: async () => String(await run(`return ${read};`)),
    plant: (text) => run(`const text = ${JSON.stringify(text)}; await (${plant});`),
  };
}

/** The places that contain one of the texts, each with what is around it. Upper and lower case are the same. */
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
