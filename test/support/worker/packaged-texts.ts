import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../../locales/en.json' with { type: 'json' };
import spanish from '../../../locales/es.json' with { type: 'json' };
import portuguese from '../../../locales/pt-BR.json' with { type: 'json' };

/** As the build has them, a folder for each. */
const FOLDERS: Record<string, Record<string, string>> = {
  en,
  es: spanish,
  pt: portuguese,
  pt_BR: portuguese,
};

/** From now on, the browser tells no text, but gives the package's files to whoever fetches them. Call `world` first. */
export function tellNoTexts(): void {
  Object.assign(fakeBrowser.i18n, { getMessage: () => '' });
  const fetchElsewhere = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const path = /^\/_locales\/(\w+)\/messages\.json$/.exec(url);
    if (path === null) return fetchElsewhere(url, init);
    const texts = FOLDERS[path[1] ?? ''];
    if (texts === undefined) throw new TypeError('Failed to fetch');
    const rows = Object.entries(texts).map(([key, message]) => [key, { message }]);
    return Response.json(Object.fromEntries(rows));
  });
}
