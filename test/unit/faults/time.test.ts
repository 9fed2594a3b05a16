import { describe, expect, test } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { timesOf } from '../../support/examples/popup-markup';
import { expectPopup } from '../../support/faults/seen';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { BEGIN_MS, goOn, setClock } from '../../support/worker/clock';
import { nextAlarm } from '../../support/worker/fake-browser';
import { storedFeed } from '../../support/worker/stored';
import { connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

async function tick() {
  await nextAlarm();
  await refresh('alarm');
}

async function startOlie(computerAheadMs = 0) {
  const { olie } = await world({ services: ['olie'], computerAheadMs });
  await refresh('user');
  return olie;
}

describe('after 8 h of sleep with a running timer', () => {
  test('one request brings the current timer', async ({ task }) => {
    const olie = await startOlie();
    olie.startDay(Date.parse('2026-03-14T03:00:00Z'));
    goOn(8 * HOUR_MS);
    await tick();
    expect(olie.requests).toHaveLength(2);
    expect(await expectPopup(task, '8:37:5')).toMatchObject({
      badge: '8:37 running',
    });
  });

  test('and a failed request, the clock goes on as old, without numbers of the day', async ({
    task,
  }) => {
    const olie = await startOlie();
    goOn(8 * HOUR_MS);
    olie.fail({ status: 500 });
    await tick();
    const { badge, title } = await expectPopup(task, 'Olie is having problems.');
    expect(badge).toBe('8:37 old');
    expect(title).not.toMatch(/Today|Idle/);
  });
});

test('a timer of 100 h shows all hours in the popup and 99h on the badge', async ({ task }) => {
  const olie = await startOlie();
  olie.startDay(Date.parse('2026-03-17T03:00:00Z'));
  goOn(100 * HOUR_MS);
  await tick();
  expect(await expectPopup(task, '100:37:5')).toMatchObject({
    badge: '99h running',
  });
});

describe('an answer with', () => {
  test.for([26 * HOUR_MS, -26 * HOUR_MS])(
    'a Date %d ms off the computer’s clock is believed',
    async (aheadMs, { task }) => {
      await startOlie(aheadMs);
      expect(await expectPopup(task, '0:37:55')).toMatchObject({
        badge: '37m running',
        feed: { offsetMs: -aheadMs, failure: null },
      });
    },
  );

  const dates = [
    { fault: 'no Date', sent: null },
    { fault: 'a Date in 1970', sent: 'Thu, 01 Jan 1970 00:00:00 GMT' },
    { fault: 'a Date in 9999', sent: 'Fri, 31 Dec 9999 23:59:59 GMT' },
    { fault: 'a Date that is not a date', sent: 'soon' },
  ];

  test.for(dates)('$fault is read by the computer’s clock', async ({ sent }, { task }) => {
    const { olie, b3os, zaia, connections } = await world();
    for (const service of [olie, b3os, zaia]) service.sendDate(sent);
    await connect(connections);
    await refresh('user');
    const words = { olie: '0:37:55', b3os: 'Running', zaia: 'Agent runs' };
    for (const service of SERVICES) {
      const { badge, feed } = await expectPopup(task, words[service], service);
      expect(badge).toBe('37m running');
      expect(feed).toMatchObject({ offsetMs: 0, failure: null });
    }
  });
});

test.for([
  { fault: 'clock set forward, then back', jumpsMs: [3 * HOUR_MS, 0] },
  { fault: 'clock set back, then forward', jumpsMs: [-3 * HOUR_MS, 0] },
])('between rounds, $fault: one request each time, at once', async ({ jumpsMs }, { task }) => {
  const olie = await startOlie();
  for (const [index, jumpMs] of jumpsMs.entries()) {
    goOn(MINUTE_MS);
    setClock(jumpMs);
    await refresh('alarm');
    expect(olie.requests).toHaveLength(index + 2);
    // The Date header has whole seconds.
    expect(Math.abs(((await storedFeed()).offsetMs ?? 0) + jumpMs)).toBeLessThanOrEqual(1000);
  }
  expect(await expectPopup(task, '0:39:5')).toMatchObject({
    badge: '39m running',
    feed: { failure: null },
  });
});

describe('impossible times', () => {
  test('a start in the future counts as zero seconds', async ({ task }) => {
    const { olie } = await world({ services: ['olie'] });
    const { current_execution: current } = olie.answer();
    const started_at = new Date(BEGIN_MS + HOUR_MS).toISOString();
    olie.set({ current_execution: { ...Object(current), started_at } });
    await refresh('user');
    const { badge, html } = await expectPopup(task, '0:00:00');
    expect(badge).toBe('<1m running');
    expect(timesOf(html)).toContain('PT0S');
  });

  test('a finish before its start counts as zero seconds', async ({ task }) => {
    const { olie } = await world({ services: ['olie'] });
    const { recent_executions: rows } = olie.answer();
    const [first, ...others]: object[] = Object(rows);
    const finished_at = new Date(BEGIN_MS - 20 * HOUR_MS).toISOString();
    olie.set({ recent_executions: [{ ...first, finished_at }, ...others] });
    await refresh('user');
    const { html } = await expectPopup(task, '0:00:00');
    expect(timesOf(html)).toContain('PT0S');
    for (const time of timesOf(html)) expect(time).not.toContain('-PT');
  });
});
