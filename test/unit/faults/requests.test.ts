import { describe, expect, test, vi } from 'vitest';
import { loadState } from '../../../lib/browser/state-storage';
import type { Fault, StandInServer } from '../../support/stand-ins/server';
import { nextAlarm } from '../../support/worker/fake-browser';
import {
  alarms,
  connectedLife,
  look,
  roundAfter,
  SERVICES,
  type Servers,
  shortenTimeouts,
} from '../../support/worker/fault-life';

const MINUTES = 60;
const HEALTHY = 60;
const whole = (good: { body: unknown }) => ({ status: 200, body: good.body });
const all = async (servers: Servers, act: (server: StandInServer) => unknown) => {
  await Promise.all(SERVICES.map((service) => act(servers[service])));
};

/** One of each kind that there is, met by all three services at once. */
const FAULTS: [string, Fault][] = [
  ['reset', 'reset'],
  ['reset in mid-body', (good) => ({ ...whole(good), delivery: 'half-then-reset' })],
  ['HTML', { status: 200, body: '<p>Log in</p>' }],
  ['a redirect', { status: 302, headers: { Location: '/elsewhere' }, body: '' }],
  ['401', { status: 401, body: {} }],
  ['404', { status: 404, body: {} }],
  ['429', { status: 429, body: {} }],
  ['429 with Retry-After: 0', { status: 429, headers: { 'Retry-After': '0' }, body: {} }],
  ['500', { status: 500, body: {} }],
  ['503 with Retry-After: 600', { status: 503, headers: { 'Retry-After': '600' }, body: {} }],
];
test('a healthy hour is a request a minute', async () => {
  const servers = await connectedLife();
  const before = counts(servers);
  await alarms(MINUTES);
  expect(counts(servers)).toEqual(before.map((count) => count + HEALTHY - 1));
});

describe('over an hour, no fault makes more requests than the healthy case', () => {
  // The worst luck there is: the jitter always takes the soonest moment.
  test.for(FAULTS)('%s', async ([, fault]) => {
    for (const count of await requestsInAnHour(fault, 0)) expect(count).toBeLessThan(HEALTHY);
    expect((await look('Olie')).badge.tone).toMatch(/old|alert/);
  });
});

describe('what waits is asked as often as it should be in an hour', () => {
  // By the latest moments: after 1, 3 and 7 minutes, and then each 4; where a pause is asked for, on top of it.
  const SOME = FAULTS.flatMap(([name, fault]) => {
    const most = { '401': 1, '404': 1, '500': 16, '503 with Retry-After: 600': 5 }[name];
    return most === undefined ? [] : [{ name, fault, most }];
  });
  test.for(SOME)('$name: $most times', async ({ name, fault, most }) => {
    const [olie, ...others] = await requestsInAnHour(fault, 1);
    // An execution that is gone: the two sessions that are known are tried as well.
    expect(olie).toBe(name === '404' ? 3 : most);
    expect(others).toEqual([most, most]);
  });

  test('a refused connection: 16 times', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const servers = await connectedLife();
    await all(servers, (server) => server.pause());
    await alarms(MINUTES);
    for (const { schedule, failure } of (await loadState()).feeds) {
      expect(failure?.kind).toBe('network');
      expect(schedule.failures).toBe(16);
    }
  });

  test('a service that keeps silent: 16 times, and it holds back nobody', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const servers = await connectedLife();
    servers.Zaia.fail('silent');
    shortenTimeouts(servers.Zaia.url);
    const before = counts(servers);
    await alarms(MINUTES);
    const [olie, b3os, zaia] = counts(servers).map((count, index) => count - (before[index] ?? 0));
    expect([olie, b3os, zaia]).toEqual([HEALTHY - 1, HEALTHY - 1, 16]);
  });
});

test('hours without a network are over with the first alarm after them', async () => {
  const servers = await connectedLife();
  vi.stubGlobal('navigator', { onLine: false });
  await all(servers, (server) => server.pause());
  await alarms(MINUTES);
  vi.stubGlobal('navigator', { onLine: true });
  await all(servers, (server) => server.resume());
  await alarms(1);
  expect((await loadState()).feeds.map(({ failure }) => failure)).toEqual([null, null, null]);
});

/** How many requests each service got while it met them all with a fault, each wait being within the policy. */
async function requestsInAnHour(fault: Fault, random: number): Promise<number[]> {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  const servers = await connectedLife();
  await all(servers, (server) => server.fail(fault));
  const before = counts(servers);
  for (let minute = 0; minute < MINUTES; minute += 1) {
    await roundAfter(() => nextAlarm());
    await expectWithinPolicy();
  }
  return counts(servers).map((count, index) => count - (before[index] ?? 0));
}

/**
 * After n failures in a row, the next try comes between the interval and 2 to the n of it, with the wait for the alarm 5 minutes at
 * most; what a service asks for comes first, and the jitter on top of it.
 */
async function expectWithinPolicy(): Promise<void> {
  for (const { schedule, failure } of (await loadState()).feeds) {
    if (failure === null || schedule.dueAtMs === null || schedule.askedAtMs === null) continue;
    const waitS = (schedule.dueAtMs - schedule.askedAtMs) / 1000;
    const jitterS = Math.min(240, 60 * 2 ** schedule.failures) - 60;
    const mostS = Math.max(60, failure.retryAfterS ?? 0) + jitterS;
    expect(waitS).toBeGreaterThanOrEqual(60);
    expect(waitS).toBeLessThanOrEqual(mostS);
  }
}

function counts(servers: Servers): number[] {
  return SERVICES.map((service) => servers[service].requests.length);
}
