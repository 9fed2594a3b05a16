import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadStored } from '../../../lib/browser/state-storage';
import { workflowStage } from '../../../lib/core/b3os/workflow';
import { LONGEST_DELAY_MS } from '../../../lib/core/feeds/policy';
import { tickMs } from '../../../lib/core/feeds/schedule';
import { scheduleOf } from '../../../lib/core/state/feed';
import { timerFeed } from '../../../lib/core/state/state';
import { badgeText } from '../../../lib/core/toolbar/badge';
import { serverNowMs } from '../../support/worker/clock';
import { type DayObserver, dayObserver } from '../../support/worker/day-observer';
import { shownBadge } from '../../support/worker/fake-browser';
import {
  beginDay,
  INTERVAL_S,
  passedMs,
  type SimulatedDay,
} from '../../support/worker/simulated-day';

const DAY_MS = 86_400_000;
const WORKFLOWS = 20;
/** Always the same day. Choose another one with `OLIE_SEED`. */
const seed = Number(process.env.OLIE_SEED ?? 1);
/** A day takes some seconds. `OLIE_DAYS=20 npm run unit` tries more. */
const DAYS = Number(process.env.OLIE_DAYS ?? 1);

function stored(area: 'local' | 'sync') {
  const key = area === 'local' ? 'settings' : 'preferences';
  return fakeBrowser.storage[area].get(key).then((items) => JSON.stringify(items[key]));
}

/** No more requests than without faults, except after clock changes: the age of answers is then unknown. */
function expectHealthyCount({ services, counts }: SimulatedDay) {
  const { olie, b3os, zaia } = services;
  // One more at the start and one more at midnight.
  const most = passedMs() / (INTERVAL_S * 1000) + 2 + 2 * counts.jumps;
  expect(olie.requests.length).toBeLessThanOrEqual(most);
  expect(zaia.requests.length).toBeLessThanOrEqual(most);
  expect(b3os.requests.length).toBeLessThanOrEqual(most * WORKFLOWS);
}

/**
 * Nothing was told twice, without a reason or late, and the day had enough to tell: several times by four rules, and failures
 * of which the person had heard before.
 */
function expectRightReminders({ mistakes, due, ...observer }: DayObserver) {
  expect(mistakes).toEqual([]);
  expect(observer.leftOver()).toEqual([]);
  expect(observer.seenFirst()).not.toEqual([]);
  const rules = due.map(({ rule }) => rule);
  const several = rules.filter((rule, index) => rules.indexOf(rule) < index);
  expect(new Set(several).size).toBeGreaterThan(3);
}

test.each(Array.from({ length: DAYS }, (_, index) => seed + index))(
  'a day of faults, killed workers and clock changes leaves no trace, and tells what was so (OLIE_SEED=%d)',
  { timeout: 180_000 },
  async (daysSeed) => {
    const day = await beginDay(daysSeed, WORKFLOWS);
    const before = { settings: await stored('local'), preferences: await stored('sync') };
    const observer = dayObserver(day.services);
    await day.goOn(DAY_MS, observer.observe);
    expect(Math.min(day.counts.faults, day.counts.kills)).toBeGreaterThan(10);
    expectHealthyCount(day);

    day.endFaults();
    const freshMs = INTERVAL_S * 1000 + tickMs(INTERVAL_S);
    // Long enough for every service to be asked again.
    await day.goOn(Math.max(LONGEST_DELAY_MS, INTERVAL_S * 1000) + freshMs, observer.observe);
    // What failed is of no interest any more.
    await observer.observe(await day.look());
    const { state, schedules } = await loadStored();
    const { feeds } = state;
    const hasEnded = (data: unknown) => workflowStage(Object(data).status) === 3;
    const stale = feeds.filter(
      (feed) =>
        feed.failure !== null ||
        (!hasEnded(feed.data) &&
          Date.now() - (scheduleOf(schedules, feed).answeredAtMs ?? 0) > freshMs),
    );
    expect(stale).toEqual([]);
    expect(feeds).toHaveLength(WORKFLOWS + 2);
    expectHealthyCount(day);

    const { current_execution: running } = day.services.olie.answer();
    const startedMs = Date.parse(Object(running).started_at);
    const timer = timerFeed(state)?.data;
    expect(timer?.current?.startedAtMs ?? Number.NaN).toBe(startedMs);
    const text = running === null ? '' : badgeText((serverNowMs() - startedMs) / 1000, () => true);
    expect((await shownBadge()).text).toBe(text);
    expectRightReminders(observer);
    expect({ settings: await stored('local'), preferences: await stored('sync') }).toEqual(before);
  },
);
