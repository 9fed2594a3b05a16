/** WXT's fake browser, with what it lacks: permissions, idleness, messages, texts, and signs of what was done. */
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TextKey } from '../../../lib/core/texts.ts';
import { hexOf } from '../examples/badge-tones.ts';
import { type Language, textsOf } from '../examples/texts.ts';
import { event } from './fake-event.ts';
import { PAGE_URL, sendFromPage } from './fake-messages.ts';
import { toolbarApis, toolbarEvents } from './fake-toolbar.ts';

interface Permissions {
  origins?: string[];
  permissions?: string[];
}

const state = {
  granted: new Set<string>(),
  allowed: new Set<string>(),
  accessLevel: '',
  drawings: 0,
  idle: 'active',
  idleAfterS: 0,
};

const onAdded = event<[Permissions]>();
const onRemoved = event<[Permissions]>();
const onIdleChanged = event<[string]>();
const onConnect = event<[unknown]>();
const alarms = { ...fakeBrowser.alarms };

const permissions = {
  contains: async ({ origins = [], permissions: names = [] }: Permissions) =>
    origins.every((origin) => state.granted.has(origin)) &&
    names.every((name) => state.allowed.has(name)),
  getAll: async () => ({ origins: [...state.granted], permissions: [...state.allowed] }),
  request: async ({ origins = [], permissions: names = [] }: Permissions) => {
    for (const origin of origins) state.granted.add(origin);
    for (const name of names) state.allowed.add(name);
    onAdded.trigger({ origins, permissions: names });
    return true;
  },
  remove: async ({ origins = [], permissions: names = [] }: Permissions) => {
    for (const origin of origins) state.granted.delete(origin);
    for (const name of names) state.allowed.delete(name);
    onRemoved.trigger({ origins, permissions: names });
    return true;
  },
  onAdded,
  onRemoved,
};

// Not as a stub, which ends with its test: a request may outlive that. Node 20 has none, later ones have another.
Object.defineProperty(globalThis, 'navigator', {
  value: { onLine: true, userAgent: '' },
  configurable: true,
  writable: true,
});

/** A browser in which nothing has happened yet. */
export function resetFakeBrowser(language: Language = 'en', browserLanguage: string = language) {
  fakeBrowser.reset();
  fakeBrowser.action.setBadgeText({ text: '' });
  fakeBrowser.action.setTitle({ title: '' });
  state.granted.clear();
  state.allowed.clear();
  Object.assign(state, { accessLevel: '', drawings: 0, idle: 'active', idleAfterS: 0 });
  forgetListeners();
  const t = textsOf(language);
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: TextKey, substitutions: string[]) => t(key, ...substitutions),
    getUILanguage: () => browserLanguage,
  });
  // Each drawing of the badge ends with a look at the alarm.
  const counted = <Given extends unknown[], Result>(call: (...given: Given) => Result) => {
    return (...given: Given) => {
      state.drawings += 1;
      return call(...given);
    };
  };
  Object.assign(fakeBrowser.alarms, { get: counted(alarms.get), clear: counted(alarms.clear) });
  Object.assign(fakeBrowser.storage.local, {
    setAccessLevel: async ({ accessLevel }: { accessLevel: string }) => {
      state.accessLevel = accessLevel;
    },
  });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({}),
    getURL: (path: string) => new URL(path, PAGE_URL).href,
    openOptionsPage: async () => undefined,
    sendMessage: sendFromPage,
    onConnect,
  });
  Object.assign(fakeBrowser.permissions, permissions);
  Object.assign(fakeBrowser, {
    idle: {
      queryState: async () => state.idle,
      onStateChanged: onIdleChanged,
      setDetectionInterval: (seconds: number) => {
        state.idleAfterS = seconds;
      },
    },
    ...toolbarApis(),
  });
}

/** Deletes the history. Whoever has it open is told to close it. */
export function forgetHistory(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('history');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** What ends with a worker. Storage, alarms, badge and permissions stay. */
export function forgetListeners() {
  const { runtime, storage } = fakeBrowser;
  const events = [
    ...[onAdded, onRemoved, onIdleChanged, fakeBrowser.alarms.onAlarm, storage.onChanged],
    ...[runtime.onInstalled, runtime.onStartup, runtime.onMessage, onConnect],
    ...toolbarEvents,
  ];
  for (const one of events) one.removeAllListeners();
}

/** The user leaves the computer, locks it, or is back. */
export function becomeIdle(idle: 'active' | 'idle' | 'locked'): void {
  state.idle = idle;
  onIdleChanged.trigger(idle);
}

/** After how many seconds without input the browser's event says so; 0 if nobody has set it. */
export function idleAfterS(): number {
  return state.idleAfterS;
}

/** A page or a stranger opens a port to the background. */
export function connectPort(port: unknown): void {
  onConnect.trigger(port);
}

/** The match patterns that the extension may reach. */
export function grantedOrigins(): string[] {
  return [...state.granted];
}

/** The access level of `storage.local`; empty if nobody has set it. */
export function accessLevel(): string {
  return state.accessLevel;
}

/** How often the badge was drawn. */
export function drawings(): number {
  return state.drawings;
}

/** The badge that the user sees; its colour as `#rrggbb`. */
export async function shownBadge(): Promise<{ text: string; colour: string; title: string }> {
  const { action } = fakeBrowser;
  return {
    text: await action.getBadgeText({}),
    colour: hexOf(await action.getBadgeBackgroundColor({})),
    title: await action.getTitle({}),
  };
}

/** The extension's alarm; null if there is none. */
export async function shownAlarm() {
  const alarm = await alarms.get('tick');
  return alarm ?? null;
}

/** Lets time pass until `lateMs` after the next alarm, and lets it go off. Needs a faked `Date`. */
export async function nextAlarm(lateMs = 0): Promise<void> {
  const alarm = await shownAlarm();
  if (alarm?.periodInMinutes === undefined) throw new Error('There is no periodic alarm');
  const { name, scheduledTime, periodInMinutes } = alarm;
  vi.setSystemTime(Math.max(Date.now(), scheduledTime) + lateMs);
  const when = scheduledTime + periodInMinutes * 60_000;
  fakeBrowser.alarms.create(name, { when, periodInMinutes });
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
}
