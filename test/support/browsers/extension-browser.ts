import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import type { Language } from '../examples/texts.ts';
import type { Heard } from './heard.ts';

export interface LaunchOptions {
  /** The folder of a built extension, with its manifest.json. */
  extensionDir: string;
  /** The browser's language, which the extension follows. Default: English. */
  language?: Language;
  /** False shows the window. Default: true. */
  headless?: boolean;
  /** Firefox only: whether asking for a permission asks the user. Default: false, it is granted at once. */
  permissionPrompts?: boolean;
  /** What `prefers-color-scheme` says in every page. Default: light. */
  colorScheme?: 'light' | 'dark';
  /**
   * Chromium only: match patterns that the user has allowed on chrome://extensions. The extension does not have them
   * yet, but gets them at once when it asks, as it does in Firefox.
   */
  grants?: string[];
  /** Whether `heard` is filled. Default: false. */
  listens?: boolean;
  /** Whether the extension must still be installed after `restart`. Default: false. */
  restarts?: boolean;
  /** The folder for downloads. Default: the browser's own. */
  downloadsTo?: string;
}

export interface OpenPageOptions {
  /** The selector to wait for. Default: body. */
  waitFor?: string;
}

/** A real browser with a fresh profile, in which the extension is installed. */
export interface ExtensionBrowser {
  kind: BrowserKind;
  browser: Browser;
  /** `chrome-extension://ID` or `moz-extension://UUID`. */
  extensionOrigin: string;
  /** What consoles and requests have said so far; empty without `listens`. */
  heard: Heard;
  /** Opens a page of the extension, such as '/popup.html', in a new tab. */
  openPage: (path: string, options?: OpenPageOptions) => Promise<Page>;
  /** Ends the background as the browser does when it is idle. The next event starts it again. */
  killWorker: () => Promise<void>;
  /** Writes a warning to the background's console, with the help of an open page of the extension. */
  warnInBackground: (text: string, page: Page) => Promise<void>;
  /** Chromium only: opens the popup from the toolbar, above that page. Throws in Firefox. */
  openRealPopup: (page: Page) => Promise<Page>;
  /** Firefox only: clicks a button of the permission prompt when it opens. Throws in Chromium. */
  answerPermissionPrompt: (answer: 'allow' | 'deny') => Promise<void>;
  /** Ends the browser and starts it again on the same profile; null if the extension would be lost. */
  restart: (() => Promise<ExtensionBrowser>) | null;
  /** Ends the browser and removes its profile. */
  close: () => Promise<void>;
}
