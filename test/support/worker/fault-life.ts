import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../../entrypoints/background/index.ts';
import { tick } from '../../../entrypoints/background/refresh.ts';
import { saveSettings } from '../../../lib/browser/settings-storage.ts';
import { loadState } from '../../../lib/browser/state-storage.ts';
import type { Feed, State } from '../../../lib/core/state/state.ts';
import type { BadgeTone } from '../../../lib/core/toolbar/badge.ts';
import { storedPopupHtml, textOf } from '../examples/popup-markup.ts';
import type { StandInB3os } from '../stand-ins/b3os.ts';
import type { StandInOlie } from '../stand-ins/olie.ts';
import { type StandInZaia, startStandInZaia } from '../stand-ins/zaia.ts';
import { startB3os, watched } from './b3os-life.ts';
import { nextAlarm, shownBadge } from './fake-browser.ts';
import { beginLife, patternOf } from './life.ts';

export const SERVICES = ['Olie', 'B3OS', 'Zaia'] as const;
/** The name of a service, which is also the id of the connection to it. */
export type Service = (typeof SERVICES)[number];
export type Servers = { Olie: StandInOlie; B3OS: StandInB3os; Zaia: StandInZaia };

// Real requests and up to sixty rounds a test: far below a second, but not on a computer with much else to do.
vi.setConfig({ testTimeout: 30_000 });

/** What is stored and shown at a moment, as far as a fault of this service may change it. */
export interface Sight {
  state: State;
  feed: Feed;
  badge: { text: string; tone: BadgeTone; title: string };
  /** What the popup says of the service. */
  popup: string;
  /** The settings as they lie in the storage. */
  settings: string;
}

/** The colours of the badge, by what they say. */
const TONES: Record<string, BadgeTone> = {
  '#0a7a52': 'running',
  '#8a5a00': 'idle',
  '#5f6b76': 'old',
  '#c62828': 'alert',
  '#3a4fc4': 'workflow',
};

/** The real background in a fake browser, connected to all three services, each of which has answered once. */
export async function connectedLife(): Promise<Servers> {
  const olie = await beginLife();
  const b3os = await startB3os();
  const zaia = await startZaia();
  await fakeBrowser.permissions.request({ origins: [patternOf(olie)] });
  const { token, executionId } = olie;
  const connections = [
    { id: 'Olie', kind: 'olie', address: olie.url, token, executionId },
    { ...watched(b3os, 'exe_4821', 'workflow_running'), id: 'B3OS' },
    {
      ...{ id: 'Zaia', kind: 'zaia', address: zaia.url, token: zaia.apiKey },
      ...{ responderIds: [], show: 10 },
    },
  ];
  await saveSettings({ version: 3, connections });
  await roundAfter(() => background.main());
  return { Olie: olie, B3OS: b3os, Zaia: zaia };
}

/** A stand-in Zaia that may be reached, by the faked time, with so few runs that one request gets them all. */
async function startZaia(): Promise<StandInZaia> {
  const zaia = await startStandInZaia({ now: () => Date.now(), runs: 3 });
  onTestFinished(zaia.close);
  await fakeBrowser.permissions.request({ origins: [`${zaia.url}/*`] });
  return zaia;
}

/** What is stored of a service. */
export async function feedOf(service: Service): Promise<Feed> {
  const { feeds } = await loadState();
  const feed = feeds.find(({ connectionId }) => connectionId === service);
  if (feed === undefined) throw new Error(`Nothing is stored about ${service}`);
  return feed;
}

/** Lets an event happen, and waits for the end of the round that follows it: a slow one draws the badge meanwhile too. */
export async function roundAfter(happen: () => unknown): Promise<void> {
  await happen();
  // Joins the round that runs; where it is over already, another one finds nothing to do.
  await tick();
}

/** Lets alarms go off until the service has been asked once more: the first ones may only turn the badge. */
export async function nextRoundOf(service: Service): Promise<void> {
  const before = (await feedOf(service)).schedule.askedAtMs;
  for (let alarm = 0; alarm < 3; alarm += 1) {
    await roundAfter(() => nextAlarm());
    if ((await feedOf(service)).schedule.askedAtMs !== before) return;
  }
  throw new Error(`${service} is not asked`);
}

/** As many alarms as asked for, one after the other. */
export async function alarms(count: number): Promise<void> {
  for (let alarm = 0; alarm < count; alarm += 1) await roundAfter(() => nextAlarm());
}

export async function look(service: Service): Promise<Sight> {
  const state = await loadState();
  const { text, colour, title } = await shownBadge();
  const tone = TONES[colour];
  if (tone === undefined) throw new Error(`The badge has an unknown colour: ${colour}`);
  return {
    state,
    feed: await feedOf(service),
    badge: { text, tone, title },
    popup: saidOf(service, storedPopupHtml(state, Date.now())),
    settings: JSON.stringify(await fakeBrowser.storage.local.get('settings')),
  };
}

/** Ten seconds become a tenth of one: a time-out is real time, and there are many of them. */
export const TIMES_FASTER = 100;

/**
 * Lets time-outs come sooner for requests to this address, and for no others: a busy computer must not time out the
 * healthy ones.
 * @returns the time-outs of those requests as they were asked for, in milliseconds
 */
export function shortenTimeouts(address: string): number[] {
  const asked: number[] = [];
  const timeouts = new WeakMap<AbortSignal, { controller: AbortController; ms: number }>();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    timeouts.set(controller.signal, { controller, ms });
    return controller.signal;
  });
  const reallyFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string, options: RequestInit) => {
    const found = options.signal && timeouts.get(options.signal);
    if (found && url.startsWith(address)) {
      const { controller, ms } = found;
      asked.push(ms);
      const reason = new DOMException('The operation timed out.', 'TimeoutError');
      setTimeout(() => controller.abort(reason), ms / TIMES_FASTER);
    }
    return reallyFetch(url, options);
  });
  return asked;
}

/** The part of the popup that tells how it goes with a service: what went wrong, otherwise what is going on. */
function saidOf(service: Service, html: string): string {
  const [timer = '', workflows = '', agentRuns = ''] = html.split(/>(?:Workflows|Agent runs)</);
  const part = { Olie: timer, B3OS: workflows, Zaia: agentRuns }[service];
  const trouble =
    /<div class="notice[^"]*"><p>(.*?)<\/p>/s.exec(part) ??
    /<p class="problem[^"]*">(.*?)<\/p>/s.exec(part);
  const well =
    /<p class="status">(.*?)<\/p>/s.exec(part) ??
    /<summary class="row">(.*?)<\/summary>/s.exec(part) ??
    /<h2 class="heading">(.*?)<\/h2>/s.exec(part);
  return textOf((trouble ?? well)?.[1] ?? '')
    .replace(/ ([.,])/g, '$1')
    .trim();
}
