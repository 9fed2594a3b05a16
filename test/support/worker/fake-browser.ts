import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TextKey } from '../../../lib/core/texts.ts';
import { type Language, textsOf } from '../examples/texts.ts';
import { PAGE_URL, sendFromPage } from './fake-messages.ts';

type Origins = { origins?: string[] };

/** What the fake browser of WXT lacks, as state to set and to look at. */
const state = {
  granted: new Set<string>(),
  accessLevel: '',
  optionsPages: 0,
  drawings: 0,
  idle: 'active',
};

function event() {
  const listeners = new Set<() => unknown>();
  return {
    addListener: (listener: () => unknown) => listeners.add(listener),
    removeListener: (listener: () => unknown) => listeners.delete(listener),
    trigger: () => {
      for (const listener of listeners) listener();
    },
    clear: () => listeners.clear(),
  };
}

const onAdded = event();
const onRemoved = event();
const onIdleChanged = event();
const alarms = { ...fakeBrowser.alarms };

/** A browser in which nothing has happened yet; what it does not fake by itself is filled in. */
export function resetFakeBrowser(language: Language = 'en', browserLanguage: string = language) {
  fakeBrowser.reset();
  fakeBrowser.action.setBadgeText({ text: '' });
  fakeBrowser.action.setTitle({ title: '' });
  state.granted.clear();
  Object.assign(state, { accessLevel: '', optionsPages: 0, drawings: 0, idle: 'active' });
  forgetListeners();
  const t = textsOf(language);
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: TextKey, substitutions: string[]) => t(key, ...substitutions),
    getUILanguage: () => browserLanguage,
  });
  // With each drawing goes a look at the alarm, or its end, also where nothing differs: the sign that a round is over.
  const drawn = <Given extends unknown[], Result>(call: (...given: Given) => Result) => {
    return (...given: Given) => {
      state.drawings += 1;
      return call(...given);
    };
  };
  Object.assign(fakeBrowser.alarms, { get: drawn(alarms.get), clear: drawn(alarms.clear) });
  Object.assign(fakeBrowser.storage.local, {
    setAccessLevel: async ({ accessLevel }: { accessLevel: string }) => {
      state.accessLevel = accessLevel;
    },
  });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({}),
    getURL: (path: string) => new URL(path, PAGE_URL).href,
    openOptionsPage: async () => {
      state.optionsPages += 1;
    },
    sendMessage: sendFromPage,
  });
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins = [] }: Origins) =>
      origins.every((origin) => state.granted.has(origin)),
    getAll: async () => ({ origins: [...state.granted] }),
    request: async ({ origins = [] }: Origins) => {
      for (const origin of origins) state.granted.add(origin);
      onAdded.trigger();
      return true;
    },
    remove: async ({ origins = [] }: Origins) => {
      for (const origin of origins) state.granted.delete(origin);
      onRemoved.trigger();
      return true;
    },
    onAdded,
    onRemoved,
  });
  Object.assign(fakeBrowser, {
    idle: { queryState: async () => state.idle, onStateChanged: onIdleChanged },
  });
  vi.stubGlobal('navigator', { onLine: true });
}

/** What a worker's end takes away; storage, alarms, badge and permissions stay. */
export function forgetListeners() {
  onAdded.clear();
  onRemoved.clear();
  onIdleChanged.clear();
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  fakeBrowser.runtime.onInstalled.removeAllListeners();
  fakeBrowser.runtime.onStartup.removeAllListeners();
  fakeBrowser.runtime.onMessage.removeAllListeners();
  fakeBrowser.storage.onChanged.removeAllListeners();
}

/** The user leaves the computer, locks it, or is back. */
export function becomeIdle(idle: 'active' | 'idle' | 'locked'): void {
  state.idle = idle;
  onIdleChanged.trigger();
}

/** Origins that the extension may reach, as match patterns. */
export function grantedOrigins(): string[] {
  return [...state.granted];
}

/** The access level of `storage.local`; empty where nobody set it. */
export function accessLevel(): string {
  return state.accessLevel;
}

/** How often the badge was drawn. */
export function drawings(): number {
  return state.drawings;
}

/** The badge as the user sees it; its colour as `#rrggbb`. */
export async function shownBadge(): Promise<{ text: string; colour: string; title: string }> {
  const { action } = fakeBrowser;
  const colour = await action.getBadgeBackgroundColor({});
  return {
    text: await action.getBadgeText({}),
    colour: `#${colour
      .slice(0, 3)
      .map((part) => part.toString(16).padStart(2, '0'))
      .join('')}`,
    title: await action.getTitle({}),
  };
}

/** The extension's alarm; null where there is none. */
export async function shownAlarm() {
  const alarm = await alarms.get('tick');
  return alarm ?? null;
}

/** Lets time go on to the next alarm, `lateMs` after it (Date must be faked), and lets it go off. */
export async function nextAlarm(lateMs = 0): Promise<void> {
  const alarm = await shownAlarm();
  if (alarm?.periodInMinutes === undefined) throw new Error('There is no periodic alarm');
  const { name, scheduledTime, periodInMinutes } = alarm;
  vi.setSystemTime(Math.max(Date.now(), scheduledTime) + lateMs);
  const when = scheduledTime + periodInMinutes * 60_000;
  fakeBrowser.alarms.create(name, { when, periodInMinutes });
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
}
