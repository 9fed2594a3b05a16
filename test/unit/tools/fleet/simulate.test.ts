import { expect, test } from 'vitest';
import { linesOf } from '../../../../tools/fleet/limits';
import { HABITS, normalRate } from '../../../../tools/fleet/people';
import { type Scene, scenesAt } from '../../../../tools/fleet/scenes';
import { simulate } from '../../../../tools/fleet/simulate';
import { ratesOf } from '../../../../tools/fleet/statistics';

const INSTALLS = 1000;
const RATE = normalRate(HABITS, INSTALLS);

function scene(name: Scene['name']): Scene {
  const found = scenesAt(RATE).find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no scene ${name}`);
  return found;
}

/** The hour around the midnight of a normal day. */
const day = scene('day');
const night: Scene = {
  ...day,
  beginsAtS: 23 * 3600,
  counted: { ...day.counted, toS: day.counted.fromS + 3600 },
};
const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);

test('the same seed gives the same fleet, another one another', () => {
  const fleet = (seed: number, part: number) =>
    simulate(scene('outage'), 200, HABITS, seed, part).perSecond.join();
  expect(fleet(7, 0)).toBe(fleet(7, 0));
  expect(fleet(8, 0)).not.toBe(fleet(7, 0));
  expect(fleet(7, 1)).not.toBe(fleet(7, 0));
});

test('everybody asks at their interval, as in health', () => {
  const { mean } = ratesOf(simulate(night, INSTALLS, HABITS, 1, 0).perSecond);
  expect(mean / RATE).toBeGreaterThan(0.99);
  expect(mean / RATE).toBeLessThan(1.01);
});

test('midnight is an hour like any other', () => {
  const [line] = linesOf(night, simulate(night, INSTALLS, HABITS, 1, 0), INSTALLS, RATE);
  // So few installs scatter by more than the tenth that a million may.
  expect(line?.figure).toBeLessThan(1.25);
});

test.each(['morning', 'outage', 'limit'] as const)('the scene "%s" keeps its limits', (name) => {
  const tally = simulate(scene(name), INSTALLS, HABITS, 1, 0);
  const lines = linesOf(scene(name), tally, INSTALLS, RATE);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
});

test('starts on whole minutes are seen as the herd that they are', () => {
  const tally = simulate(night, INSTALLS, { ...HABITS, wholeMinutes: 1 }, 1, 0);
  const [line] = linesOf(night, tally, INSTALLS, RATE);
  expect(line?.figure).toBeGreaterThan(20);
});

test('while the service refuses, it is asked a third as often; once it is back, by all', () => {
  const { perSecond, backAfter } = simulate(scene('outage'), INSTALLS, HABITS, 1, 0);
  const lastMinutes = perSecond.subarray(30 * 60, 45 * 60);
  expect(ratesOf(lastMinutes).mean / RATE).toBeGreaterThan(0.3);
  expect(ratesOf(lastMinutes).mean / RATE).toBeLessThan(0.45);
  expect(total(backAfter)).toBe(INSTALLS);
});

test('a herd is seen: all in one second of each minute', () => {
  const perSecond = Uint32Array.from({ length: 3600 }, (_, s) => (s % 60 === 0 ? INSTALLS : 0));
  const tally = { perSecond, backAfter: new Uint32Array(0), late: 0 };
  const [line] = linesOf(day, tally, INSTALLS, RATE);
  expect(line?.ok).toBe(false);
  expect(line?.figure).toBeGreaterThan(59);
});

test('an answer that never comes again is seen', () => {
  const outage = scene('outage');
  const tally = simulate(outage, 200, HABITS, 1, 0);
  tally.backAfter.fill(0);
  const short = linesOf(outage, tally, 200, normalRate(HABITS, 200)).filter(({ ok }) => !ok);
  expect(short.map(({ what }) => what)).toEqual([
    '95 % have an answer again after',
    'later than the cap of 300 s',
  ]);
});
