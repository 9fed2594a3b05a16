import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import type { Heard } from './heard.ts';

export type LaunchOptions = {
  /** The folder of a built extension, its manifest.json inside. */
  extensionDir: string;
  /** The browser's own language, which the extension's texts follow; 'en-US' where left out. */
  language?: 'en-US' | 'pt-BR';
  /** False shows the window; true where left out. */
  headless?: boolean;
  /** Firefox: whether a request for a permission asks the user (answerPermissionPrompt) or is granted at once, as it is where left out. */
  permissionPrompts?: boolean;
  /** What `prefers-color-scheme` says in every page, the real popup included; 'light' where left out. */
  colorScheme?: 'light' | 'dark';
  /**
   * Chromium: match patterns that its user allowed on chrome://extensions. A request for one of them, or for what is in it,
   * is then granted at once, as Firefox grants every one here; the extension has none of them before it asks.
   */
  grants?: string[];
  /** Whether `heard` is kept. */
  listens?: boolean;
  /** Whether the extension is installed so that it is there again after `restart`, where this browser can do that. */
  restarts?: boolean;
  /** The folder in which downloads are put; where left out, the browser's own. */
  downloadsTo?: string;
};

export type OpenPageOptions = {
  /** The selector to wait for; 'body' where left out. */
  waitFor?: string;
};

/** A real browser with a fresh profile, in which the extension is installed. */
export type ExtensionBrowser = {
  kind: BrowserKind;
  browser: Browser;
  /** Without a slash at its end: 'chrome-extension://ID' or 'moz-extension://UUID'. */
  extensionOrigin: string;
  /** All that consoles said and what was requested, growing; empty where `listens` was not asked for. */
  heard: Heard;
  /** Opens a page of the extension, such as '/popup.html', in a tab of its own. */
  openPage: (path: string, options?: OpenPageOptions) => Promise<Page>;
  /** Ends the background as the browser does when it is idle; its alarms and storage remain, and the next event starts it. */
  killWorker: () => Promise<void>;
  /** Has the background's worker or page write a warning to its console. */
  warnInBackground: (text: string) => Promise<unknown>;
  /** The popup as a click on the toolbar button opens it. Chromium only: throws in Firefox. */
  openRealPopup: () => Promise<Page>;
  /** Answers the open request for a permission, or the next one, by a click on its button. Firefox only: throws in Chromium. */
  answerPermissionPrompt: (answer: 'allow' | 'deny') => Promise<void>;
  /** Ends the browser and starts it again on the same profile; null where the extension would not be in it then. */
  restart: (() => Promise<ExtensionBrowser>) | null;
  /** Ends the browser and removes its profile. */
  close: () => Promise<void>;
};
