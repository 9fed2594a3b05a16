import { describe, expect, test, vi } from 'vitest';
import { loadStored } from '../../../lib/browser/state-storage';
import { scheduleOf } from '../../../lib/core/state/feed';
import { look } from '../../support/faults/seen';
import type { Fault, StandInServer } from '../../support/stand-ins/server';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { nextAlarm } from '../../support/worker/fake-browser';
import { alarms, roundAfter } from '../../support/worker/rounds';
import { shortenTimeouts } from '../../support/worker/timeouts';
import { type World, world } from '../../support/worker/world';

const MINUTES = 60;
const HEALTHY_REQUESTS = 60;
const whole = (good: { body: unknown }) => ({ status: 200, body: good.body });
const all = async (servers: World, act: (server: StandInServer) => unknown) => {
  await Promise.all(SERVICES.map((service) => act(servers[service])));
};

/** Met by all three services at once. */
const FAULTS: [string, Fault][] = [
  ['a reset', 'reset'],
  [
    'a reset in the middle of the body',
    (good) => ({ ...whole(good), delivery: 'half-then-reset' }),
  ],
  ['HTML', { status: 200, body: '<p>Log in</p>' }],
  ['a redirect', { status: 302, headers: { Location: '/elsewhere' }, body: '' }],
  ['401', { status: 401, body: {} }],
  ['404', { status: 404, body: {} }],
  ['429', { status: 429, body: {} }],
  ['429 with Retry-After: 0', { status: 429, headers: { 'Retry-After': '0' }, body: {} }],
  ['500', { status: 500, body: {} }],
  ['503 with Retry-After: 600', { status: 503, headers: { 'Retry-After': '600' }, body: {} }],
];

test('without a fault, each service gets one request a minute', async () => {
  const servers = await world({ services: SERVICES, started: true });
  const before = counts(servers);
  await alarms(MINUTES);
  expect(counts(servers)).toEqual(before.map((count) => count + HEALTHY_REQUESTS - 1));
});

describe('no fault makes more requests than a healthy hour', () => {
  // The jitter always picks the earliest moment.
  test.for(FAULTS)('%s', async ([, fault]) => {
    for (const count of await requestsInAnHour(fault, 0)) {
      expect(count).toBeLessThan(HEALTHY_REQUESTS);
    }
    expect((await look('olie')).badge).toMatch(/old|alert/);
  });
});

describe('requests in an hour if the jitter always picks the latest moment', () => {
  // After 1, 3 and 7 minutes, then every 4, plus the pause if one was asked for.
  const requestsByFault = FAULTS.flatMap(([name, fault]) => {
    const count = { '401': 1, '404': 1, '500': 16, '503 with Retry-After: 600': 5 }[name];
    return count === undefined ? [] : [{ name, fault, count }];
  });
  test.for(requestsByFault)('$name: $count', async ({ name, fault, count }) => {
    const [olie, ...others] = await requestsInAnHour(fault, 1);
    // If its execution is gone, Olie is also asked for the two known sessions.
    expect(olie).toBe(name === '404' ? 3 : count);
    expect(others).toEqual([count, count]);
  });

  test('a refused connection: 16', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const servers = await world({ services: SERVICES, started: true });
    await all(servers, (server) => server.pause());
    await alarms(MINUTES);
    const { state, schedules } = await loadStored();
    expect(state.feeds.map(({ failure }) => failure?.kind)).toEqual(Array(3).fill('network'));
    expect(Object.values(schedules).map(({ failures }) => failures)).toEqual([16, 16, 16]);
  });

  test('a silent service: 16, without delaying the others', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const servers = await world({ services: SERVICES, started: true });
    servers.zaia.fail('silent');
    shortenTimeouts(servers.zaia.url);
    const before = counts(servers);
    await alarms(MINUTES);
    const [olie, b3os, zaia] = counts(servers).map((count, index) => count - (before[index] ?? 0));
    expect([olie, b3os, zaia]).toEqual([HEALTHY_REQUESTS - 1, HEALTHY_REQUESTS - 1, 16]);
  });
});

test('after an hour offline, the first alarm brings every answer', async () => {
  const servers = await world({ services: SERVICES, started: true });
  vi.stubGlobal('navigator', { onLine: false });
  await all(servers, (server) => server.pause());
  await alarms(MINUTES);
  vi.stubGlobal('navigator', { onLine: true });
  await all(servers, (server) => server.resume());
  await alarms(1);
  expect((await loadStored()).state.feeds.map(({ failure }) => failure)).toEqual([
    null,
    null,
    null,
  ]);
});

/** Counts the requests per service, and checks every wait. */
async function requestsInAnHour(fault: Fault, random: number): Promise<number[]> {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  const servers = await world({ services: SERVICES, started: true });
  await all(servers, (server) => server.fail(fault));
  const before = counts(servers);
  for (let minute = 0; minute < MINUTES; minute += 1) {
    await roundAfter(() => nextAlarm());
    await expectWithinPolicy();
  }
  return counts(servers).map((count, index) => count - (before[index] ?? 0));
}

/**
 * After n failures, the next try comes after 1 to 2^n intervals, but 5 minutes at most, alarm included. A pause that the
 * service asks for comes before the jitter.
 */
async function expectWithinPolicy(): Promise<void> {
  const { state, schedules } = await loadStored();
  for (const feed of state.feeds) {
    const { failure } = feed;
    const schedule = scheduleOf(schedules, feed);
    if (failure === null || schedule.dueAtMs === null || schedule.askedAtMs === null) continue;
    const waitS = (schedule.dueAtMs - schedule.askedAtMs) / 1000;
    const jitterS = Math.min(240, 60 * 2 ** schedule.failures) - 60;
    const mostS = Math.max(60, failure.retryAfterS ?? 0) + jitterS;
    expect(waitS).toBeGreaterThanOrEqual(60);
    expect(waitS).toBeLessThanOrEqual(mostS);
  }
}

function counts(servers: World): number[] {
  return SERVICES.map((service) => servers[service].requests.length);
}
