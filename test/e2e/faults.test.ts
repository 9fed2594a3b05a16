import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connectOlie } from '../support/browsers/connect.ts';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { press, waitForText } from '../support/browsers/page.ts';
import { elapsedOn, problemsOn, waitForClock } from '../support/browsers/popup.ts';
import { grantedOrigins, letTimePass, readFeed, readStored } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { fitsBadge, readBadge, readToolbar } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';
import { runBrowserFault } from '../support/faults/browser-fault-run.ts';
import { type BrowserFault, FAULTS } from '../support/faults/browser-faults.ts';
import { says } from '../support/faults/fault-policy.ts';
import { type StandInOlie, startStandInOlie } from '../support/stand-ins/olie.ts';
import { SERVICES } from '../support/stand-ins/stand-ins.ts';
import { isThorough } from '../support/thorough.ts';

// Everything is connected. First one service fails, then something on the computer. Each test mends what it broke.

const HOUR_MS = 3_600_000;
/** The two finished sessions of the documented example, in seconds. */
const FINISHED_S = 35_865;

let here: World;
let { options } = {} as World;
let popup: Page;

beforeAll(async () => {
  here = await world({
    browser,
    services: SERVICES,
    grants: ['http://127.0.0.1/*'],
    restarts: true,
  });
  ({ options } = here);
  popup = await here.session.openPage('/popup.html', { waitFor: '.hero' });
  return () => here.close();
});
stopAtFirstFailure();

const servers = () => SERVICES.map((service) => here[service]);
const problems = () => problemsOn(popup);

/** In Firefox, `npm test` sees each fault with one service, and each service with two faults. */
const isQuick = browser === 'firefox' && !isThorough;
const servicesOf = (fault: BrowserFault) =>
  SERVICES.filter((_, at) => !isQuick || at === FAULTS.indexOf(fault) % SERVICES.length);

describe.each(FAULTS)('$name', (fault) => {
  test.for(servicesOf(fault))(
    'of %s is shown, costs nothing that was known, and heals',
    async (service, { annotate }) => {
      await annotate(await runBrowserFault(here, popup, service, fault));
    },
  );
});

test.for(isQuick ? [26] : [26, -26])(
  'a clock that is %i h wrong still shows the right times',
  async (hours) => {
    const olie = await startStandInOlie({ clockSkewMs: hours * HOUR_MS });
    onTestFinished(olie.close);
    await connectOlie(options, olie);
    await expectRightClock(olie);
    const badge = () => readBadge(options);
    await expect
      .poll(async () => (await badge()) === `${Math.floor(elapsedAt(olie) / 60)}m running`)
      .toBe(true);
    const { offsetMs, failure } = await readFeed(options, 'olie');
    expect(failure).toBeNull();
    expect(Math.abs((offsetMs ?? 0) - hours * HOUR_MS)).toBeLessThan(1_500);
    expect(await problems()).toEqual([]);
    const seconds = await waitForClock(popup);
    await expect.poll(() => elapsedOn(popup)).toBeGreaterThanOrEqual(seconds + 2);
    expect(isRight(olie, await elapsedOn(popup))).toBe(true);
    await connectOlie(options, here.olie);
    await expectRightClock(here.olie);
  },
);

test('permissions that are taken away stop all requests, and the popup asks for them again', async () => {
  const before = await readStored(options);
  const requests = () => servers().map((server) => server.requests.length);
  const origins = JSON.stringify(await grantedOrigins(options));
  expect(await callBrowser(options, `permissions.remove({ origins: ${origins} })`)).toBe(true);
  await expect.poll(() => readBadge(options)).toBe('! alert');
  await waitForText(popup, says('permission', 'olie'));
  const asked = requests();
  await press(popup, 'Refresh');
  const after = await readStored(options);
  expect(requests()).toEqual(asked);
  expect(after.settings).toBe(before.settings);
  await expect.poll(problems).toHaveLength(3);
  const said = await problems();
  const { title } = await readToolbar(options);
  for (const [index, service] of SERVICES.entries()) {
    const feed = after.feeds[service];
    expect(feed).toMatchObject({ failure: { kind: 'permission' } });
    expect(after.schedules[service]).toMatchObject({ dueAtMs: null });
    expect(feed?.data).not.toBeNull();
    expect(said[index]).toContain(says('permission', service));
    expect(title).toContain(says('permission', service));
  }
  // Firefox ignores ports, so there the first consent is for all three.
  for (let left = 3; left > 0; left = (await problems()).length) {
    await press(popup, 'Allow access');
    await expect.poll(async () => (await problems()).length).toBeLessThan(left);
  }
  await expect.poll(() => readBadge(options)).toMatch(/m running$/);
  expect((await readStored(options)).settings).toBe(before.settings);
});

test('after a restart with a state of eight hours ago and no network, old times are shown', async ({
  skip,
}) => {
  const { restart } = here.session;
  if (restart === null) return skip('This browser forgets the extension when it restarts');
  const before = await readStored(options);
  await Promise.all(servers().map((server) => server.pause()));
  await popup.close();
  await letTimePass(options, 8 * HOUR_MS);
  here.session = await restart();
  popup = await here.session.openPage('/popup.html', { waitFor: '.hero' });
  // At once, before anything can have answered.
  expect(await popup.$eval('.hero', ({ className }) => className)).toBe('hero old');
  await waitForText(popup, 'Updated 8h ago');
  expect(await waitForClock(popup)).toBeGreaterThan((8 * HOUR_MS) / 1000);
  await waitForText(popup, 'Olie cannot be reached');
  const old = (await fitsBadge(popup, '8:00')) ? /^8:\d\d old$/ : /^8h old$/;
  await expect.poll(() => readBadge(popup)).toMatch(old);
  expect((await readStored(popup)).settings).toBe(before.settings);
  await Promise.all(servers().map((server) => server.resume()));
  await press(popup, 'Refresh');
  await expect.poll(problems).toEqual([]);
  await expectRightClock(here.olie);
  await expect.poll(() => readBadge(popup)).toMatch(/m running$/);
  expect((await readStored(popup)).settings).toBe(before.settings);
});

/** How long the running execution has lasted by its own server, in seconds. */
function elapsedAt(olie: StandInOlie): number {
  return Number(olie.answer().total_time) - FINISHED_S;
}

function isRight(olie: StandInOlie, seconds: number | null): boolean {
  return seconds !== null && Math.abs(seconds - elapsedAt(olie)) <= 1;
}

async function expectRightClock(olie: StandInOlie): Promise<void> {
  await expect.poll(async () => isRight(olie, await elapsedOn(popup))).toBe(true);
}
