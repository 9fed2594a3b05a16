import { onTestFinished, vi } from 'vitest';
import type { Connection } from '../../../lib/core/settings/settings.ts';
import { type StandInB3os, startStandInB3os } from '../stand-ins/b3os.ts';
import { b3osConnection, olieConnection, zaiaConnection } from '../stand-ins/connections.ts';
import type { StandInServer } from '../stand-ins/server.ts';
import { type Service, type StandIns, startStandIns } from '../stand-ins/stand-ins.ts';
import { serverNowMs, startClock } from './clock.ts';
import { forgetHistory, resetFakeBrowser } from './fake-browser.ts';
import { runBackground } from './rounds.ts';
import { allow, saveConnections } from './stored.ts';

/** A fake browser, and the services it can be connected to, all on one faked clock. */
export interface World extends StandIns {
  /** All connections that there can be: the timer, each workflow, and the agent runs. */
  connections: Connection[];
  /** How many requests all services have received. */
  requests(): number;
}

interface WorldOptions {
  /** What is connected. Default: nothing. */
  services?: readonly Service[];
  /** Whether the background runs, and has asked each connected service once. Default: false. */
  started?: boolean;
  /** How many workflows there are, `order_0` and so on, all running. Default: 1. */
  workflows?: number;
  /** How far this computer's clock is ahead of the servers' clock. Default: 0. */
  computerAheadMs?: number;
}

/** Starts a fresh fake browser, and a stand-in for each service over real HTTP. All of it ends with the test. */
export async function world({
  services = [],
  started = false,
  workflows = 1,
  computerAheadMs = 0,
}: WorldOptions = {}): Promise<World> {
  resetFakeBrowser();
  await forgetHistory();
  startClock(computerAheadMs);
  // With so few runs, one request gets them all.
  const standIns = await startStandIns({ now: serverNowMs, runs: 3 });
  onTestFinished(async () => {
    await standIns.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  const { olie, b3os, zaia } = standIns;
  const ids = Array.from({ length: workflows }, (_, index) => `order_${index}`);
  const connections: Connection[] = [
    olieConnection(olie),
    ...ids.map((id) => b3osConnection(b3os, id, 'workflow_running')),
    zaiaConnection(zaia),
  ];
  const connected = connections.filter(({ kind }) => services.some((one) => one === kind));
  if (connected.length > 0) await connect(connected);
  if (started) await runBackground();
  const requests = () => olie.requests.length + b3os.requests.length + zaia.requests.length;
  return { ...standIns, connections, requests };
}

/** Connects these and nothing else, as the options page does: permission first, then the settings. */
export async function connect<C extends Connection>(connections: C[]): Promise<void> {
  await allow(...connections.map(({ address }) => address));
  await saveConnections(connections);
}

/** Another B3OS, on a host of its own. */
export async function anotherB3os(): Promise<StandInB3os> {
  const b3os = await startStandInB3os({ now: serverNowMs });
  onTestFinished(b3os.close);
  return b3os;
}

/** The ids that were asked for so far, in order. */
export function askedFor({ requests }: StandInServer): string[] {
  return requests.map(({ path }) => new URL(path, 'http://host').pathname.split('/').at(-1) ?? '');
}
