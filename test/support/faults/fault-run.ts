import { expect, type RunnerTask } from 'vitest';
import type { Feed } from '../../../lib/core/state/state.ts';
import type { Fault, StandInServer } from '../stand-ins/server.ts';
import { nextAlarm } from '../worker/fake-browser.ts';
import { sendFromPage } from '../worker/fake-messages.ts';
import {
  alarms,
  connectedLife,
  feedOf,
  look,
  nextRoundOf,
  roundAfter,
  type Servers,
  type Service,
  type Sight,
} from '../worker/fault-life.ts';
import { goOn } from '../worker/life.ts';
import { type Expected, NEXT_TRY, SAYS, SAYS_WELL } from './fault-policy.ts';
import { type FaultRow, noteRow } from './fault-table.ts';

/** A fault, and what is to be seen of it. */
export interface FaultCase extends Expected {
  fault: string;
  /** What every request is met with. */
  meets?: Fault;
  /** Or what is done to the server or the settings, and how that is undone. */
  breaks?: (server: StandInServer, service: Service) => unknown;
  heals?: (server: StandInServer, service: Service) => unknown;
}

/**
 * One row of the table: all three services have answered, then this one is broken for one round, then it is well again.
 * Notes what is seen, then holds it against what is to be seen.
 */
export async function runFault(
  task: RunnerTask,
  area: FaultRow['area'],
  service: Service,
  fault: FaultCase,
): Promise<Servers> {
  const servers = await connectedLife();
  const server = servers[service];
  if (fault.meets !== undefined) server.fail(fault.meets);
  await fault.breaks?.(server, service);
  const before = await look(service);
  expect(before.feed.failure).toBeNull();
  await nextRoundOf(service);
  const seen = await look(service);
  note(task, area, service, fault.fault, seen);
  expectSeen(service, seen, fault);
  expectKept(service, before, seen, fault.changes);
  await expectHealed(service, server, seen, async () => {
    server.fail(null);
    await fault.heals?.(server, service);
  });
  return servers;
}

/** Notes a row of the table as it is seen now. */
export function note(
  task: RunnerTask,
  area: FaultRow['area'],
  service: Service,
  fault: string,
  { feed, badge, popup }: Sight,
): void {
  const nextS = nextTryS(feed);
  noteRow(task, {
    area,
    service,
    fault,
    where: 'unit',
    state: feed.failure?.kind ?? 'answered',
    badge: `${badge.text} ${badge.tone}`,
    nextTry: nextS === null ? 'when the user does something' : `in ${Math.round(nextS)} s`,
    popup,
  });
}

function expectSeen(service: Service, { feed, badge, popup }: Sight, expected: Expected): void {
  const { state, message = null, nextTry = NEXT_TRY[state] } = expected;
  expect(feed.failure?.kind ?? 'answered').toBe(state);
  expect(feed.failure?.message ?? null).toBe(message);
  expect(feed.schedule.failures).toBe(state === 'answered' || state === 'offline' ? 0 : 1);
  const nextS = nextTryS(feed);
  if (nextTry === 'user') expect(nextS).toBeNull();
  else {
    expect(nextS).toBeGreaterThanOrEqual(nextTry.fromS);
    expect(nextS).toBeLessThanOrEqual(nextTry.toS);
  }
  if (state === 'answered') {
    expect(popup).toContain(SAYS_WELL[service]);
    expect(badge).toMatchObject({ text: '39m', tone: 'running' });
    return;
  }
  const says = SAYS[state].replace('$1', service);
  expect(popup).toContain(says);
  expect(popup).toContain(message ?? '');
  expect(popup.includes('Next try')).toBe(service === 'Olie' && nextS !== null);
  // Beside a timer, only the timer itself turns the badge; the title tells of all that waits for the user.
  const isOffline = service === 'Olie' && state === 'offline';
  const isAlert = service === 'Olie' && nextTry === 'user';
  expect(badge.text).toBe(isAlert ? '!' : '39m');
  expect(badge.tone).toBe(isAlert ? 'alert' : isOffline ? 'old' : 'running');
  expect(badge.title.includes(says)).toBe(nextTry === 'user' || isOffline);
}

/** Settings and tokens, the last good answer, and every other feed are as they were. */
function expectKept(service: Service, before: Sight, seen: Sight, changes = {}): void {
  expect(seen.settings).toBe(before.settings);
  const { data, ...feed } = standing(before.feed);
  expect(standing(seen.feed)).toEqual({ ...feed, data: { ...data, ...changes } });
  if (seen.feed.failure !== null) expect(seen.feed.data).toEqual(before.feed.data);
  const others = ({ state }: Sight) =>
    state.feeds.filter(({ connectionId }) => connectionId !== service);
  expect(others(seen).map(standing)).toEqual(others(before).map(standing));
  for (const { failure, schedule } of others(seen)) {
    expect(failure).toBeNull();
    expect(schedule).toEqual({ ...schedule, askedAtMs: Date.now(), failures: 0 });
  }
}

/** What no round changes: a feed without its schedule, failure, and the numbers that grow with the time. */
function standing({ schedule, failure, data, ...feed }: Feed) {
  // Only Olie's timer has these; of other data they take nothing away.
  const { answeredAtMs, totalS, idleS, projectTotalS, stepTotalS, ...rest } = data as Partial<
    Record<string, unknown>
  >;
  return { ...feed, data: rest };
}

/** The next good answer heals everything at once; what waits for the user, one request by them. */
async function expectHealed(
  service: Service,
  server: StandInServer,
  { feed }: Sight,
  heal: () => Promise<void>,
): Promise<void> {
  await heal();
  const { dueAtMs } = feed.schedule;
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
  const healed = await feedOf(service);
  expect(healed.failure).toBeNull();
  expect(healed.schedule.failures).toBe(0);
  expect(nextTryS(healed)).toBe(30);
  expect((await look(service)).badge.tone).toBe('running');
}

/** In how many seconds an alarm asks again; null where that waits for the user. */
function nextTryS({ schedule: { dueAtMs } }: Feed): number | null {
  return dueAtMs === null ? null : (dueAtMs - Date.now()) / 1000;
}
