import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import type { Language } from '../examples/texts.ts';
import type { Heard } from './heard.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

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
  /** Chromium only: whether the user has switched off the extension's notifications in the browser's own list. Default: false. */
  silenced?: boolean;
  /** Whether `heard` is filled. Default: false. */
  listens?: boolean;
  /** Whether the extension must still be installed after `restart`. Default: false. */
  restarts?: boolean;
  /** The folder for downloads. Default: the browser's own. */
  downloadsTo?: string;
  /** More variables of its environment, such as the display of its window. */
  env?: Record<string, string>;
  /** Is called when the browser has ended. */
  whenClosed?: () => void;
}

export interface OpenPageOptions {
  /** The selector to wait for. Default: body. */
  waitFor?: string;
}

/** The extension in a running browser. */
export interface Installed {
  /** `chrome-extension://ID` or `moz-extension://UUID`. */
  extensionOrigin: string;
  /** Whether it is still installed after a restart of the browser. */
  isKept: boolean;
  /** Removes the extension, with all that it has stored and may reach. Closes its pages. */
  uninstall: () => Promise<void>;
  /** Opens a page of the extension, such as '/popup.html', in a new tab. */
  openPage: (path: string, options?: OpenPageOptions) => Promise<Page>;
  /** Ends the background as the browser does when it is idle. The next event starts it again. */
  killWorker: () => Promise<void>;
  /** Writes a warning to the background's console, with the help of an open page of the extension. */
  warnInBackground: (text: string, page: Page) => Promise<void>;
  /**
   * Somebody clicks a notification or presses its button: in Firefox on its way from the desktop, in Chromium only told to
   * the background, which a message has started. Firefox has no buttons, and needs `giveFirefoxADesktop` first.
   */
  actOnNotification: (act: 'click' | 'press', id: string, page: Page) => Promise<void>;
  /** Chromium only: opens the popup from the toolbar, above that page. Throws in Firefox. */
  openRealPopup: (page: Page) => Promise<Page>;
  /** Firefox only: clicks a button of the permission prompt when it opens. Throws in Chromium. */
  answerPermissionPrompt: (answer: 'allow' | 'deny') => Promise<void>;
}

/** A real browser with a fresh profile, in which the extension is installed. */
export interface ExtensionBrowser extends Installed {
  kind: BrowserKind;
  browser: Browser;
  /** What consoles and requests have said so far; empty without `listens`. */
  heard: Heard;
  /** Ends the browser and starts it again on the same profile; null if the extension would be lost. */
  restart: (() => Promise<ExtensionBrowser>) | null;
  /** Installs the extension again after `uninstall`. */
  install: () => Promise<Installed>;
  /** Ends the browser and removes its profile; or only removes the extension, if the browser serves other tests too. */
  close: () => Promise<void>;
}

/** What each kind of browser does in its own way. */
export interface Driver {
  profile: TemporaryFolder;
  start: () => Promise<Browser>;
  listen: (browser: Browser) => Heard;
  install: (browser: Browser) => Promise<Installed>;
}
