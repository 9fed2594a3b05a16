import { afterAll, beforeAll, describe, expect, type RunnerTask, test } from 'vitest';
import type { BrowserKind } from '../../tools/find-browser.mjs';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { press, waitForText } from '../support/browsers/page.ts';
import { elapsedOn, problemsOn } from '../support/browsers/popup.ts';
import {
  askForRound,
  feedOf,
  letTimePass,
  readStored,
  type Stored,
} from '../support/browsers/stored-state.ts';
import { readBadge, readToolbar } from '../support/browsers/toolbar.ts';
import { connectAll, noteIn, type World } from '../support/faults/broken-world.ts';
import {
  type BrowserFault,
  FAULTS,
  heal,
  nextTryIn,
  SERVICES,
  type ServiceName,
} from '../support/faults/browser-faults.ts';
import { until } from '../support/until.ts';
import { testPermissions, testRestart, testWrongClocks } from './faults-of-the-computer.ts';

const NAMES: ServiceName[] = ['Olie', 'B3OS', 'Zaia'];

/** What is broken on purpose in a real browser, with all three services connected; each test mends what it broke. */
export function testFaults(kind: BrowserKind): void {
  describe(`faults in ${kind}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await connectAll(kind);
    });
    afterAll(() => world?.close());
    stopAtFirstFailure();

    const rows = FAULTS.flatMap((fault) =>
      NAMES.map((service) => [fault.name, service, fault] as const),
    );
    test.for(rows)('%s: %s', async ([, service, fault], { task }) => {
      const before = await breakService(world, service, fault);
      await askForRound(world.options, 'user');
      const after = await readStored(world.options);
      expectOnlyTheFault(service, fault, before, after);
      await expectShown(world, task, service, fault, after);
      await expectHealing(world, service, fault);
    });
    const theWorld = () => world;
    testWrongClocks(theWorld);
    testPermissions(theWorld);
    testRestart(theWorld);
  });
}

/** Begins a fault; what was stored right before, read again where a round came between. */
function breakService(
  { standIns, options }: World,
  service: ServiceName,
  fault: BrowserFault,
): Promise<Stored> {
  const server = SERVICES[service].standIn(standIns);
  return until(async () => {
    await askForRound(options, 'user');
    const asked = server.requests.length;
    const before = await readStored(options);
    await fault.begin(server);
    if (server.requests.length === asked) return before;
    await heal(server);
    return null;
  }, 'a moment without a round');
}

/** The failure and its next try are stored; settings, last answer and the other feeds are as they were. */
function expectOnlyTheFault(
  service: ServiceName,
  fault: BrowserFault,
  before: Stored,
  after: Stored,
): void {
  const { kind } = SERVICES[service];
  const { failure, data, schedule } = feedOf(after, kind);
  expect(failure).toMatchObject({ kind: fault.failure, message: fault.message });
  expect(after.settings).toBe(before.settings);
  expect(data).not.toBeNull();
  expect(data).toEqual(feedOf(before, kind).data);
  for (const other of NAMES.filter((name) => name !== service)) {
    expect(feedOf(after, SERVICES[other].kind)).toMatchObject({ failure: null });
  }
  const { askedAtMs, dueAtMs } = schedule;
  if (fault.nextTryS === null) expect(dueAtMs).toBeNull();
  else {
    const inS = ((dueAtMs ?? 0) - (askedAtMs ?? 0)) / 1000;
    expect(inS).toBeGreaterThanOrEqual(fault.nextTryS[0]);
    // It is counted from the answer, which takes a moment.
    expect(inS).toBeLessThan(fault.nextTryS[1] + 2);
  }
}

/** The popup says it once, the clock goes on; only what waits for the user is on the badge. */
async function expectShown(
  world: World,
  task: RunnerTask,
  service: ServiceName,
  fault: BrowserFault,
  stored: Stored,
): Promise<void> {
  const { options, popup } = world;
  const says = fault.says.replace('$1', service);
  await waitForText(popup, says);
  const [said = '', ...more] = await problemsOn(popup);
  expect(more).toEqual([]);
  expect(said).toContain(fault.message ?? '');
  expect(await elapsedOn(popup)).not.toBeNull();
  const isForUser = fault.nextTryS === null;
  const badge = await readBadge(options);
  expect(badge).toMatch(isForUser && service === 'Olie' ? /^! alert$/ : /^\d+m running$/);
  const { title } = await readToolbar(options);
  expect(title.includes(says)).toBe(isForUser);
  const feed = feedOf(stored, SERVICES[service].kind);
  noteIn(world, task, {
    area: fault.area,
    service,
    fault: fault.name,
    state: String(feed.failure?.kind),
    badge,
    nextTry: nextTryIn(feed),
    popup: said,
  });
}

/** Once it is mended, the next try comes by itself, or by *Refresh* where it waits for the user, and all is as before. */
async function expectHealing(
  { standIns, options, popup }: World,
  service: ServiceName,
  fault: BrowserFault,
): Promise<void> {
  const { kind, standIn } = SERVICES[service];
  const server = standIn(standIns);
  await heal(server);
  const asked = server.requests.length;
  const { dueAtMs } = feedOf(await readStored(options), kind).schedule;
  if (dueAtMs === null) await press(popup, 'Refresh');
  else {
    await askForRound(options, fault.failure === 'too-many-requests' ? 'user' : 'popup');
    expect(server.requests.length, 'asked before the next try').toBe(asked);
    await letTimePass(options, dueAtMs - Date.now());
    await askForRound(options, 'popup');
  }
  await until(async () => (await problemsOn(popup)).length === 0, 'the popup to be healed');
  const healed = feedOf(await readStored(options), kind);
  expect(healed).toMatchObject({ failure: null, schedule: { failures: 0 } });
  await until(async () => /m running$/.test(await readBadge(options)), 'the badge to be right');
}
