import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { press, waitForText } from '../browsers/page.ts';
import { elapsedOn, problemsOn } from '../browsers/popup.ts';
import {
  letTimePass,
  readFeed,
  readSchedule,
  readStored,
  runRound,
  type Stored,
} from '../browsers/stored.ts';
import { readBadge, readToolbar } from '../browsers/toolbar.ts';
import type { World } from '../browsers/world.ts';
import { SERVICES, type Service } from '../stand-ins/stand-ins.ts';
import { until } from '../until.ts';
import { type BrowserFault, heal, nextTryOf } from './browser-faults.ts';
import { says } from './fault-policy.ts';

/**
 * Breaks a service for one round in a real browser, checks what follows, and heals it again.
 *
 * @returns what the user saw
 */
export async function runBrowserFault(
  world: World,
  popup: Page,
  service: Service,
  fault: BrowserFault,
): Promise<string> {
  const before = await breakService(world, service, fault);
  await runRound(world.options, 'user');
  const after = await readStored(world.options);
  expectOnlyTheFault(service, fault, before, after);
  const seen = await expectShown(world, popup, service, fault);
  await expectHealing(world, popup, service, fault);
  return seen;
}

/** Begins the fault, and returns what was stored right before. Tries again if a round comes in between. */
function breakService(
  { options, ...here }: World,
  service: Service,
  fault: BrowserFault,
): Promise<Stored> {
  const server = here[service];
  return until(async () => {
    await runRound(options, 'user');
    const asked = server.requests.length;
    const before = await readStored(options);
    await fault.begin(server);
    if (server.requests.length === asked) return before;
    await heal(server);
    return null;
  }, 'a moment without a round');
}

/** The failure and its next try are stored. Settings, the last answer and other feeds are as before. */
function expectOnlyTheFault(
  service: Service,
  fault: BrowserFault,
  before: Stored,
  after: Stored,
): void {
  const feed = after.feeds[service];
  expect(feed?.failure).toMatchObject({ kind: fault.state, message: fault.message ?? null });
  expect(after.settings).toBe(before.settings);
  expect(feed?.data).toEqual(before.feeds[service]?.data);
  expect(feed?.data).not.toBeNull();
  for (const other of SERVICES.filter((name) => name !== service)) {
    expect(after.feeds[other]).toMatchObject({ failure: null });
  }
  const { askedAtMs = null, dueAtMs = null } = after.schedules[service] ?? {};
  const nextTry = nextTryOf(fault);
  if (nextTry === 'user') expect(dueAtMs).toBeNull();
  else {
    const inS = ((dueAtMs ?? 0) - (askedAtMs ?? 0)) / 1000;
    expect(inS).toBeGreaterThanOrEqual(nextTry.fromS);
    // The time is counted from the answer, which takes a moment.
    expect(inS).toBeLessThan(nextTry.toS + 2);
  }
}

/** The popup says it once and its clock goes on. The badge shows only what waits for the user. */
async function expectShown(
  { options }: World,
  popup: Page,
  service: Service,
  fault: BrowserFault,
): Promise<string> {
  const problem = says(fault.state, service);
  await waitForText(popup, problem);
  const [said = '', ...more] = await problemsOn(popup);
  expect(more).toEqual([]);
  expect(said).toContain(fault.message ?? '');
  expect(await elapsedOn(popup)).not.toBeNull();
  const isForUser = nextTryOf(fault) === 'user';
  const { badge, title } = await readToolbar(options);
  expect(badge).toMatch(isForUser && service === 'olie' ? /^! alert$/ : /^\d+m running$/);
  expect(title.includes(problem)).toBe(isForUser);
  return `badge "${badge}"; popup "${said}"`;
}

/** Once mended, the next try heals everything; if it waits for the user, Refresh does. */
async function expectHealing(
  { options, ...here }: World,
  popup: Page,
  service: Service,
  fault: BrowserFault,
): Promise<void> {
  const server = here[service];
  await heal(server);
  const asked = server.requests.length;
  const { dueAtMs } = await readSchedule(options, service);
  if (dueAtMs === null) await press(popup, 'Refresh');
  else {
    await runRound(options, fault.state === 'too-many-requests' ? 'user' : 'popup');
    expect(server.requests.length, 'asked before the next try').toBe(asked);
    await letTimePass(options, dueAtMs - Date.now());
    await runRound(options, 'popup');
  }
  await expect.poll(() => problemsOn(popup)).toEqual([]);
  expect(await readFeed(options, service)).toMatchObject({ failure: null });
  expect(await readSchedule(options, service)).toMatchObject({ failures: 0 });
  await expect.poll(() => readBadge(options)).toMatch(/m running$/);
}
