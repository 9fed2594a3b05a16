import { expect, type RunnerTestCase } from 'vitest';
import { type Feed, scheduleOf } from '../../../lib/core/state/feed.ts';
import type { Fault, StandInServer } from '../stand-ins/server.ts';
import { SERVICES, type Service } from '../stand-ins/stand-ins.ts';
import { goOn } from '../worker/clock.ts';
import { nextAlarm } from '../worker/fake-browser.ts';
import { sendFromPage } from '../worker/fake-messages.ts';
import { alarms, nextRoundOf, roundAfter } from '../worker/rounds.ts';
import { type World, world } from '../worker/world.ts';
import { type Expected, NEXT_TRY, SAYS_WELL, says } from './fault-policy.ts';
import { annotate, look, type Seen } from './seen.ts';

/** A fault, and what must follow from it. */
export interface FaultCase extends Expected {
  fault: string;
  /** How the server meets every request. */
  meets?: Fault;
  /** Breaks something else, such as the settings. */
  breaks?: (server: StandInServer, service: Service) => unknown;
  /** Undoes what `breaks` did. */
  heals?: (server: StandInServer, service: Service) => unknown;
}

/** All services have answered. Breaks one of them for one round, checks what follows, and heals it again. */
export async function runFault(
  task: RunnerTestCase,
  service: Service,
  fault: FaultCase,
): Promise<World> {
  const made = await world({ services: SERVICES, started: true });
  const server = made[service];
  if (fault.meets !== undefined) server.fail(fault.meets);
  await fault.breaks?.(server, service);
  const before = await look(service);
  expect(feedIn(before).failure).toBeNull();
  await nextRoundOf(service);
  const seen = await look(service);
  await annotate(task, service, seen);
  expectSeen(service, seen, fault);
  expectKept(service, before, seen, fault.changes);
  server.fail(null);
  await fault.heals?.(server, service);
  await expectHealed(service, server, seen);
  return made;
}

function feedIn({ feed }: Seen): Feed {
  if (feed === undefined) throw new Error('The service is not connected');
  return feed;
}

function expectSeen(service: Service, seen: Seen, expected: Expected): void {
  const { state, message = null, nextTry = NEXT_TRY[state] } = expected;
  const { badge, title, says: said, nextTryS, schedule } = seen;
  const { failure } = feedIn(seen);
  expect(failure?.kind ?? 'answered').toBe(state);
  expect(failure?.message ?? null).toBe(message);
  expect(schedule.failures).toBe(state === 'answered' || state === 'offline' ? 0 : 1);
  if (nextTry === 'user') expect(nextTryS).toBeNull();
  else {
    expect(nextTryS).toBeGreaterThanOrEqual(nextTry.fromS);
    expect(nextTryS).toBeLessThanOrEqual(nextTry.toS);
  }
  if (state === 'answered') {
    expect(said).toContain(SAYS_WELL[service]);
    expect(badge).toBe('39m running');
    return;
  }
  const problem = says(state, service);
  expect(said).toContain(problem);
  expect(said).toContain(message ?? '');
  expect(said.includes('Next try')).toBe(service === 'olie' && nextTryS !== null);
  // Only the timer's own problems change its badge. The title names all that waits for the user.
  const isOffline = service === 'olie' && state === 'offline';
  const isAlert = service === 'olie' && nextTry === 'user';
  expect(badge).toBe(isAlert ? '! alert' : isOffline ? '39m old' : '39m running');
  expect(title.includes(problem)).toBe(nextTry === 'user' || isOffline);
}

/** Settings, the last good answer and all other feeds are as before. */
function expectKept(service: Service, before: Seen, seen: Seen, changes = {}): void {
  expect(seen.settings).toBe(before.settings);
  const { data, ...feed } = standing(feedIn(before));
  expect(standing(feedIn(seen))).toEqual({ ...feed, data: { ...data, ...changes } });
  if (feedIn(seen).failure !== null) expect(feedIn(seen).data).toEqual(feedIn(before).data);
  const others = ({ feeds }: Seen) => feeds.filter(({ kind }) => kind !== service);
  expect(others(seen).map(standing)).toEqual(others(before).map(standing));
  for (const other of others(seen)) {
    expect(other.failure).toBeNull();
    const schedule = scheduleOf(seen.schedules, other);
    expect(schedule).toEqual({ ...schedule, askedAtMs: Date.now(), failures: 0 });
  }
}

/** What no round changes: a feed without its failure, and without what grows with time. */
function standing({ failure, data, learntAtMs, ...feed }: Feed) {
  // Only the timer has these fields.
  const { answeredAtMs, totalS, idleS, projectTotalS, stepTotalS, ...rest } = data as Partial<
    Record<string, unknown>
  >;
  return { ...feed, data: rest };
}

/** The next good answer mends everything. What waits for the user needs one request by the user. */
async function expectHealed(service: Service, server: StandInServer, seen: Seen): Promise<void> {
  const { dueAtMs } = seen.schedule;
  if (dueAtMs === null) {
    const before = server.requests.length;
    await alarms(3);
    expect(server.requests).toHaveLength(before);
    goOn(1000);
    await sendFromPage({ kind: 'refresh', asker: 'user' });
    expect(server.requests).toHaveLength(before + 1);
  } else {
    goOn(Math.max(0, Math.ceil(dueAtMs - Date.now())));
    await roundAfter(() => nextAlarm());
  }
  const healed = await look(service);
  expect(feedIn(healed).failure).toBeNull();
  expect(healed.schedule.failures).toBe(0);
  expect(healed.nextTryS).toBe(30);
  expect(healed.badge).toMatch(/ running$/);
}
