import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import { copyForTests, launchBrowser } from './browser.ts';
import { idOfUnpacked } from './chromium-profile.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { removedAtEnd } from './removed-at-end.ts';
import { builds } from './session.ts';

/** Where Debian's Chromium reads what an organization has set, and Firefox on every Linux. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';
const FIREFOX_POLICIES = '/etc/firefox/policies/policies.json';
/** Nobody else's: what a test sets here is for no other browser of this machine. */
const GECKO_ID = 'olie-timer-managed@tests.example';

/** A browser that an organization manages. */
export interface ManagedBrowser {
  /** Replaced by `restart`. */
  session: ExtensionBrowser;
  /** What the organization sets from now on. Chromium follows it within seconds, Firefox at its next start. */
  set(managed: object): Promise<void>;
  /** Ends the browser and starts it on a fresh profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Why no test can set here what an organization sets; null if it can. */
export function whyNotManaged(kind: BrowserKind): string | null {
  if (process.platform !== 'linux') return 'only on Linux are policies files';
  if (process.getuid?.() !== 0) return 'only root can write policies';
  return kind === 'firefox' && existsSync(FIREFOX_POLICIES)
    ? `${FIREFOX_POLICIES} is somebody else's`
    : null;
}

/** Starts a real browser with a copy of the shipped build, which has an id of its own, and with what is set for that id. */
export async function startManaged(kind: BrowserKind, managed: object): Promise<ManagedBrowser> {
  const copy = await copyForTests(builds[kind], ['http://127.0.0.1']);
  const policies = kind === 'chromium' ? ofChromium(copy.path) : await ofFirefox(copy.path);
  let set = managed;
  const start = async () => {
    await policies.write(set);
    try {
      const session = await launchBrowser(kind, { extensionDir: copy.path });
      // Firefox has read it by now, and others that start need not.
      if (kind === 'firefox') await policies.remove();
      return session;
    } catch (error) {
      await policies.remove();
      throw error;
    }
  };
  const made: ManagedBrowser = {
    session: await start(),
    set: async (changed) => {
      set = changed;
      if (kind === 'chromium') await policies.write(set);
    },
    restart: async () => {
      await made.session.close();
      made.session = await start();
    },
    close: async () => {
      await policies.remove();
      await made.session.close();
      copy.remove();
    },
  };
  return made;
}

interface Policies {
  write(managed: object): Promise<void>;
  remove(): Promise<void>;
}

/** A file beside those of others. */
function ofChromium(extensionDir: string): Policies {
  const id = idOfUnpacked(extensionDir);
  return fileAt(join(CHROMIUM_POLICIES, `olie-timer-test-${id}.json`), (managed) => ({
    '3rdparty': { extensions: { [id]: managed } },
  }));
}

async function ofFirefox(extensionDir: string): Promise<Policies> {
  const manifestPath = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  manifest.browser_specific_settings.gecko.id = GECKO_ID;
  await writeFile(manifestPath, JSON.stringify(manifest));
  return fileAt(FIREFOX_POLICIES, (managed) => ({
    policies: { '3rdparty': { Extensions: { [GECKO_ID]: managed } } },
  }));
}

/** A file that is gone at the latest when the process ends. */
function fileAt(path: string, contentOf: (managed: object) => object): Policies {
  let removeNow: (() => void) | null = null;
  return {
    write: async (managed) => {
      removeNow ??= removedAtEnd(path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, JSON.stringify(contentOf(managed)));
    },
    remove: async () => {
      removeNow?.();
      removeNow = null;
    },
  };
}
