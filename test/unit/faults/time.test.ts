import { describe, expect, test } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { timesOf } from '../../support/examples/popup-markup';
import { noteSeen } from '../../support/faults/seen';
import { nextAlarm } from '../../support/worker/fake-browser';
import {
  BEGIN_MS,
  beginLife,
  connect,
  goOn,
  setClock,
  storedFeed,
} from '../../support/worker/life';
import { beginWithThree, saveAll } from '../../support/worker/three-services';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

async function tick() {
  await nextAlarm();
  await refresh('alarm');
}

/** Connected, and answered once. */
async function connectedLife(computerAheadMs = 0) {
  const olie = await beginLife(computerAheadMs);
  await connect(olie);
  await refresh('user');
  return olie;
}

describe('an answer whose Date', () => {
  const dates = [
    { fault: 'Date missing', sent: null },
    { fault: 'Date of 1970', sent: 'Thu, 01 Jan 1970 00:00:00 GMT' },
    { fault: 'Date of 9999', sent: 'Fri, 31 Dec 9999 23:59:59 GMT' },
    { fault: 'Date that is none', sent: 'soon' },
  ];

  test.for(dates)('is a $fault leaves the computer its time', async ({ fault, sent }, { task }) => {
    const { olie, b3os, zaia, connections } = await beginWithThree(1);
    for (const service of [olie, b3os, zaia]) service.sendDate(sent);
    await saveAll(connections);
    await refresh('user');
    const told = { area: 'time' as const, fault };
    const kinds = [
      { kind: 'olie', service: 'Olie' as const, popup: '0:37:55' },
      { kind: 'b3os', service: 'B3OS' as const, popup: 'Running' },
      { kind: 'zaia', service: 'Zaia' as const, popup: 'Agent runs' },
    ];
    for (const { kind, service, popup } of kinds) {
      const { badge, feed } = await noteSeen(task, { ...told, service, popup }, kind);
      expect(badge).toBe('37m running');
      expect(feed).toMatchObject({ offsetMs: 0, failure: null });
    }
  });

  test.for([26 * HOUR_MS, -26 * HOUR_MS])(
    'is %d ms from the computer’s is believed',
    async (aheadMs, { task }) => {
      await connectedLife(aheadMs);
      const fault = `computer’s clock ${aheadMs / HOUR_MS} h off`;
      const told = { area: 'time' as const, service: 'Olie' as const, fault, popup: '0:37:55' };
      expect(await noteSeen(task, told)).toMatchObject({
        badge: '37m running',
        feed: { offsetMs: -aheadMs, failure: null },
      });
    },
  );
});

test.for([
  { fault: 'clock set forward, then back, between rounds', jumpsMs: [3 * HOUR_MS, 0] },
  { fault: 'clock set back, then forward, between rounds', jumpsMs: [-3 * HOUR_MS, 0] },
])('a $fault is followed at once, by one request each', async ({ fault, jumpsMs }, { task }) => {
  const olie = await connectedLife();
  for (const [index, jumpMs] of jumpsMs.entries()) {
    goOn(MINUTE_MS);
    setClock(jumpMs);
    await refresh('alarm');
    expect(olie.requests).toHaveLength(index + 2);
    // `Date` is in whole seconds.
    expect(Math.abs(((await storedFeed()).offsetMs ?? 0) + jumpMs)).toBeLessThanOrEqual(1000);
  }
  const told = { area: 'time' as const, service: 'Olie' as const, fault, popup: '0:39:5' };
  expect(await noteSeen(task, told)).toMatchObject({
    badge: '39m running',
    feed: { failure: null },
  });
});

describe('after 8 h of sleep with a timer that runs', () => {
  test('one request brings the timer of now', async ({ task }) => {
    const olie = await connectedLife();
    olie.startDay(Date.parse('2026-03-14T03:00:00Z'));
    goOn(8 * HOUR_MS);
    await tick();
    expect(olie.requests).toHaveLength(2);
    const told = { area: 'time' as const, service: 'Olie' as const, popup: '8:37:5' };
    expect(await noteSeen(task, { ...told, fault: 'sleep for 8 h' })).toMatchObject({
      badge: '8:37 running',
    });
  });

  test('and nobody who answers, the time goes on as old, and the day before is over', async ({
    task,
  }) => {
    const olie = await connectedLife();
    goOn(8 * HOUR_MS);
    olie.fail({ status: 500 });
    await tick();
    const fault = 'sleep for 8 h, then 500';
    const popup = 'Olie has a problem of its own.';
    const told = { area: 'time' as const, service: 'Olie' as const, fault, popup };
    const { badge, title } = await noteSeen(task, told);
    expect(badge).toBe('8:37 old');
    expect(title).not.toMatch(/Today|Idle/);
  });
});

test('a timer of 100 h has all its hours in the popup, and 99h on the badge', async ({ task }) => {
  const olie = await connectedLife();
  olie.startDay(Date.parse('2026-03-17T03:00:00Z'));
  goOn(100 * HOUR_MS);
  await tick();
  const told = { area: 'time' as const, service: 'Olie' as const, popup: '100:37:5' };
  expect(await noteSeen(task, { ...told, fault: 'timer of 100 h' })).toMatchObject({
    badge: '99h running',
  });
});

describe('times that cannot be', () => {
  test('a start in the future has run for no time yet', async ({ task }) => {
    const olie = await beginLife();
    await connect(olie);
    const { current_execution: current } = olie.answer();
    const started_at = new Date(BEGIN_MS + HOUR_MS).toISOString();
    olie.set({ current_execution: { ...Object(current), started_at } });
    await refresh('user');
    const told = { area: 'time' as const, service: 'Olie' as const, popup: '0:00:00' };
    const { badge, html } = await noteSeen(task, { ...told, fault: 'a start in the future' });
    expect(badge).toBe('<1m running');
    expect(timesOf(html)).toContain('PT0S');
  });

  test('a finish before its start is a session of no time', async ({ task }) => {
    const olie = await beginLife();
    await connect(olie);
    const { recent_executions: rows } = olie.answer();
    const [first, ...others]: object[] = Object(rows);
    const finished_at = new Date(BEGIN_MS - 20 * HOUR_MS).toISOString();
    olie.set({ recent_executions: [{ ...first, finished_at }, ...others] });
    await refresh('user');
    const told = { area: 'time' as const, service: 'Olie' as const, popup: '0:00:00' };
    const { html } = await noteSeen(task, { ...told, fault: 'a finish before its start' });
    expect(timesOf(html)).toContain('PT0S');
    for (const time of timesOf(html)) expect(time).not.toContain('-PT');
  });
});
