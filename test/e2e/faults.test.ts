import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { press, waitForText } from '../support/browsers/page.ts';
import { elapsedOn, problemsOn } from '../support/browsers/popup.ts';
import {
  letTimePass,
  readFeed,
  readSchedule,
  readStored,
  runRound,
  type Stored,
} from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readBadge, readToolbar } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';
import { type BrowserFault, FAULTS, heal, nextTryOf } from '../support/faults/browser-faults.ts';
import { says } from '../support/faults/fault-policy.ts';
import { SERVICES, type Service } from '../support/stand-ins/stand-ins.ts';
import { until } from '../support/until.ts';

// With everything connected, one service fails. Each test mends what it broke.

let here: World;
let { options } = {} as World;
let popup: Page;

beforeAll(async () => {
  here = await world({ browser, services: SERVICES, grants: ['http://127.0.0.1/*'] });
  ({ options } = here);
  popup = await here.session.openPage('/popup.html', { waitFor: '.hero' });
  return here.close;
});
stopAtFirstFailure();

describe.each(FAULTS)('$name', (fault) => {
  test.for(SERVICES)(
    'of %s is shown, costs nothing that was known, and heals',
    async (service, { annotate }) => {
      const before = await breakService(service, fault);
      await runRound(options, 'user');
      const after = await readStored(options);
      expectOnlyTheFault(service, fault, before, after);
      await annotate(await expectShown(service, fault));
      await expectHealing(service, fault);
    },
  );
});

/** Begins the fault, and returns what was stored right before. Tries again if a round comes in between. */
function breakService(service: Service, fault: BrowserFault): Promise<Stored> {
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
async function expectShown(service: Service, fault: BrowserFault): Promise<string> {
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
async function expectHealing(service: Service, fault: BrowserFault): Promise<void> {
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
