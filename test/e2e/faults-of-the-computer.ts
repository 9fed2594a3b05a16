import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { fill, press, shownText, waitForText } from '../support/browsers/page.ts';
import { elapsedOn, problemsOn, waitForClock } from '../support/browsers/popup.ts';
import { feedOf, letTimePass, readStored } from '../support/browsers/stored-state.ts';
import { readBadge, readToolbar } from '../support/browsers/toolbar.ts';
import { grantedOrigins } from '../support/browsers/what-is-kept.ts';
import { noteIn, openPopup, type World } from '../support/faults/broken-world.ts';
import { nextTryIn, SERVICES } from '../support/faults/browser-faults.ts';
import { type StandInOlie, startStandInOlie } from '../support/stand-ins/olie.ts';
import { until } from '../support/until.ts';

const HOUR_MS = 3_600_000;
/** The stand-in's two finished sessions: what its total has beside the running one. */
const FINISHED_S = 35_865;

/** This computer's clock, seen from the server: a day and two hours wrong. */
export function testWrongClocks(theWorld: () => World): void {
  test.for([26, -26])("a clock that differs from the server's by %i h", async (hours, { task }) => {
    const world = theWorld();
    const { standIns, options, popup } = world;
    const olie = await startStandInOlie({ clockSkewMs: hours * HOUR_MS });
    try {
      await moveTo(options, olie);
      await until(async () => isRight(olie, await elapsedOn(popup)), 'the clock of that server');
      await until(async () => {
        const badge = `${Math.floor(elapsedAt(olie) / 60)}m running`;
        return (await readBadge(options)) === badge;
      }, 'the badge of that server');
      const feed = feedOf(await readStored(options), 'olie');
      const { offsetMs, failure } = feed;
      expect(failure).toBeNull();
      expect(Math.abs((offsetMs ?? 0) - hours * HOUR_MS)).toBeLessThan(1_500);
      expect(await problemsOn(popup)).toEqual([]);
      const seconds = await waitForClock(popup);
      await until(async () => ((await elapsedOn(popup)) ?? 0) >= seconds + 2, 'the clock to tick');
      expect(isRight(olie, await elapsedOn(popup))).toBe(true);
      noteIn(world, task, {
        ...{ area: 'time', service: 'Olie', fault: `Date ${hours > 0 ? '+' : ''}${hours} h off` },
        ...{ state: 'answered', badge: await readBadge(options), nextTry: nextTryIn(feed) },
        popup: `the clock right to the second: ${await elapsedOn(popup)} s`,
      });
      await moveTo(options, standIns.olie);
      await until(
        async () => isRight(standIns.olie, await elapsedOn(popup)),
        'the clock as before',
      );
    } finally {
      await olie.close();
    }
  });
}

/** The user connects another Olie in place of the one before. */
async function moveTo(options: Page, { url, token, executionId }: StandInOlie): Promise<void> {
  await fill(options, 'API address', url, 'Olie');
  await fill(options, 'API token', token, 'Olie');
  await fill(options, 'Execution ID', executionId, 'Olie');
  await press(options, 'Save', 'Olie');
}

/** Whole seconds that the running execution has lasted, by its own server. */
function elapsedAt(olie: StandInOlie): number {
  return Number(olie.answer().total_time) - FINISHED_S;
}

function isRight(olie: StandInOlie, seconds: number | null): boolean {
  return seconds !== null && Math.abs(seconds - elapsedAt(olie)) <= 1;
}

/** The user takes the permissions away while all is connected, and gives them back by the popup's buttons. */
export function testPermissions(theWorld: () => World): void {
  test('permissions taken away in mid-run', async ({ task }) => {
    const world = theWorld();
    const { standIns, options, popup } = world;
    const before = await readStored(options);
    const requests = () =>
      Object.values(SERVICES).map(({ standIn }) => standIn(standIns).requests.length);
    const origins = await grantedOrigins(options);
    const remove = `(globalThis.browser ?? chrome).permissions.remove(${JSON.stringify({ origins })})`;
    expect(await options.evaluate(remove)).toBe(true);
    await until(async () => (await readBadge(options)) === '! alert', 'the badge to need the user');
    await waitForText(popup, "does not let Olie Timer reach Olie's address");
    const asked = requests();
    await press(popup, 'Refresh');
    const after = await readStored(options);
    expect(requests()).toEqual(asked);
    expect(after.settings).toBe(before.settings);
    await until(async () => (await problemsOn(popup)).length === 3, 'each service to say so');
    const said = await problemsOn(popup);
    const badge = await readBadge(options);
    const { title } = await readToolbar(options);
    for (const [index, service] of (['Olie', 'B3OS', 'Zaia'] as const).entries()) {
      const feed = feedOf(after, SERVICES[service].kind);
      const { failure, data, schedule } = feed;
      expect({ kind: failure?.kind, dueAtMs: schedule.dueAtMs, isKept: data !== null }).toEqual({
        ...{ kind: 'permission', dueAtMs: null, isKept: true },
      });
      expect(said[index]).toContain(`does not let Olie Timer reach ${service}'s address.`);
      expect(title).toContain(`does not let Olie Timer reach ${service}'s address.`);
      noteIn(world, task, {
        ...{ area: 'browser', service, fault: 'permission taken away in mid-run' },
        ...{ state: 'permission', badge, nextTry: nextTryIn(feed) },
        popup: said[index] ?? '',
      });
    }
    // Firefox knows hosts without their ports: there the first consent is for all three.
    for (let left = 3; left > 0; left = (await problemsOn(popup)).length) {
      await press(popup, 'Allow access');
      await until(async () => (await problemsOn(popup)).length < left, 'one problem less');
    }
    await until(async () => /m running$/.test(await readBadge(options)), 'the badge to be right');
    expect((await readStored(options)).settings).toBe(before.settings);
  });
}

/** Eight hours after it was closed the browser starts again, and nothing answers. */
export function testRestart(theWorld: () => World): void {
  test('a restart with a state of eight hours ago, all servers down', async ({ task, skip }) => {
    const world = theWorld();
    const { standIns, session } = world;
    const { restart } = session;
    if (restart === null) return skip('This Firefox takes no unsigned add-on for good');
    const before = await readStored(world.options);
    const servers = [standIns.olie, standIns.b3os, standIns.zaia];
    await Promise.all(servers.map((server) => server.pause()));
    await world.popup.close();
    await letTimePass(world.options, 8 * HOUR_MS);
    world.session = await restart();
    const popup = await openPopup(world.session);
    // At once: before anything can have answered.
    expect(await popup.$eval('.hero', ({ className }) => className)).toBe('hero old');
    await waitForText(popup, 'Updated 8h ago');
    expect(await waitForClock(popup)).toBeGreaterThan((8 * HOUR_MS) / 1000);
    await waitForText(popup, 'Olie cannot be reached');
    await until(async () => /^8:\d\d old$/.test(await readBadge(popup)), 'the badge to be old');
    const after = await readStored(popup);
    expect(after.settings).toBe(before.settings);
    const feed = feedOf(after, 'olie');
    noteIn(world, task, {
      ...{ area: 'browser', service: '-', fault: 'restart, state 8 h old, servers down' },
      ...{ state: String(feed.failure?.kind), badge: await readBadge(popup) },
      nextTry: nextTryIn(feed),
      popup: (await shownText(popup)).split('\n')[0] ?? '',
    });
    await Promise.all(servers.map((server) => server.resume()));
    await press(popup, 'Refresh');
    await until(async () => (await problemsOn(popup)).length === 0, 'the popup to be healed');
    await until(
      async () => isRight(standIns.olie, await elapsedOn(popup)),
      'the clock to be right',
    );
    await until(async () => /m running$/.test(await readBadge(popup)), 'the badge to be right');
    expect((await readStored(popup)).settings).toBe(before.settings);
  });
}
