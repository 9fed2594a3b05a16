import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveSettings } from '../../../lib/browser/settings-storage.ts';
import { loadState } from '../../../lib/browser/state-storage.ts';
import type { OlieConnection } from '../../../lib/core/olie/olie.ts';
import type { Timer } from '../../../lib/core/olie/timer.ts';
import { type Feed, timerFeed, timerOf } from '../../../lib/core/state/state.ts';
import { type StandInOlie, startStandInOlie } from '../stand-ins/olie.ts';
import { until } from '../until.ts';
import { drawings, forgetListeners, resetFakeBrowser } from './fake-browser.ts';

/** The moment of the documented example by the server's clock: every life begins at it. */
export const BEGIN_MS = Date.parse('2026-03-13T21:17:54Z');

/** By how much this computer's clock is wrong; the server's is right. */
let aheadMs = 0;

/**
 * A fresh fake browser, a stand-in Olie whose answer is the documented one, and one faked time for both; all ended with the
 * test.
 * @param computerAheadMs by how much this computer's clock is wrong
 */
export async function beginLife(computerAheadMs = 0): Promise<StandInOlie> {
  aheadMs = computerAheadMs;
  resetFakeBrowser();
  vi.useFakeTimers({ toFake: ['Date'], now: BEGIN_MS + computerAheadMs });
  const olie = await startStandInOlie({ now: serverNowMs });
  onTestFinished(async () => {
    await olie.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  return olie;
}

export function goOn(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** The time by the servers' clock, which is right. */
export function serverNowMs(): number {
  return Date.now() - aheadMs;
}

/** This computer's clock is set, and is wrong by so much from now on. */
export function setClock(computerAheadMs: number): void {
  vi.setSystemTime(serverNowMs() + computerAheadMs);
  aheadMs = computerAheadMs;
}

/** The user sets this computer's clock right. */
export function mendClock(): void {
  setClock(0);
}

/** The host permission's pattern for a stand-in. */
export function patternOf({ url }: StandInOlie): string {
  return `${url}/*`;
}

/** Connects as the options page does: permission first, then the settings. */
export async function connect(olie: StandInOlie, patch: Partial<OlieConnection> = {}) {
  await fakeBrowser.permissions.request({ origins: [patternOf(olie)] });
  const { url: address, token, executionId } = olie;
  const connection = { id: 'first', kind: 'olie', address, token, executionId, ...patch };
  await saveSettings({ version: 3, connections: [connection] });
}

/** What is stored about Olie; an error where nothing is. */
export async function storedFeed(): Promise<Feed> {
  const feed = timerFeed(await loadState());
  if (feed === null) throw new Error('Nothing is stored about Olie');
  return feed;
}

/** The timer that is stored; an error where none is. */
export async function storedTimer(): Promise<Timer> {
  const timer = timerOf(await storedFeed());
  if (timer === null) throw new Error('No timer is stored');
  return timer;
}

/** The paths asked for so far, without the part that all have. */
export function askedIds({ requests }: StandInOlie): string[] {
  return requests.map(({ path }) => path.replace('/api/management/project-executions/', ''));
}

/** Lets an event happen and waits for the end of the round that follows it. */
export async function roundAfter(happen: () => unknown): Promise<void> {
  const before = drawings();
  await happen();
  // A round takes a few milliseconds, and there are hundreds of them.
  await until(() => drawings() > before, 'the badge to be drawn', 10_000, 1);
  await turn();
}

/** A worker that starts, and its first round: nothing of an earlier one is left but what the browser keeps. */
export async function startWorker(): Promise<void> {
  forgetListeners();
  vi.resetModules();
  const { default: background } = await import('../../../entrypoints/background/index.ts');
  await roundAfter(() => background.main());
}
