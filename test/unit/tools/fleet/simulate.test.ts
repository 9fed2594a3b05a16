import { mean, sum } from 'simple-statistics';
import { expect, test } from 'vitest';
import { linesOf } from '../../../../tools/fleet/limits';
import { HABITS, normalRate } from '../../../../tools/fleet/people';
import { type Scene, scenesAt } from '../../../../tools/fleet/scenes';
import { simulate } from '../../../../tools/fleet/simulate';

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

test('the same seed gives the same fleet, another seed another fleet', () => {
  const fleet = (seed: number) => simulate(scene('outage'), 200, HABITS, seed).perSecond.join();
  expect(fleet(7)).toBe(fleet(7));
  expect(fleet(8)).not.toBe(fleet(7));
});

test('a fleet of several parts is as large as it says', () => {
  const { perSecond } = simulate(night, 3000, HABITS, 1);
  expect(mean(perSecond) / normalRate(HABITS, 3000)).toBeCloseTo(1, 1);
});

test('while all is well, everybody asks at their interval', () => {
  const average = mean(simulate(night, INSTALLS, HABITS, 1).perSecond);
  expect(average / RATE).toBeGreaterThan(0.99);
  expect(average / RATE).toBeLessThan(1.01);
});

test('midnight is an hour like any other', () => {
  const [line] = linesOf(night, simulate(night, INSTALLS, HABITS, 1), INSTALLS, RATE);
  // So few installs scatter by more than the tenth that a million may.
  expect(line?.figure).toBeLessThan(1.25);
});

test.each(['morning', 'outage', 'limit'] as const)('the scene "%s" keeps its limits', (name) => {
  const tally = simulate(scene(name), INSTALLS, HABITS, 1);
  const lines = linesOf(scene(name), tally, INSTALLS, RATE);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
});

test('starts on whole minutes make a herd, and the peak shows it', () => {
  const tally = simulate(night, INSTALLS, { ...HABITS, wholeMinutes: 1 }, 1);
  const [line] = linesOf(night, tally, INSTALLS, RATE);
  expect(line?.figure).toBeGreaterThan(20);
});

test('while the service refuses, it is asked a third as often; once it is back, by all', () => {
  const { perSecond, backAfter } = simulate(scene('outage'), INSTALLS, HABITS, 1);
  const lastMinutes = perSecond.slice(30 * 60, 45 * 60);
  expect(mean(lastMinutes) / RATE).toBeGreaterThan(0.3);
  expect(mean(lastMinutes) / RATE).toBeLessThan(0.45);
  expect(sum(backAfter)).toBe(INSTALLS);
});

test('a herd in one second of each minute exceeds the limit', () => {
  const perSecond = Array.from({ length: 3600 }, (_, s) => (s % 60 === 0 ? INSTALLS : 0));
  const [line] = linesOf(day, { perSecond, backAfter: [], late: 0 }, INSTALLS, RATE);
  expect(line?.ok).toBe(false);
  expect(line?.figure).toBeGreaterThan(59);
});

test('installs that never get an answer again exceed the limits', () => {
  const outage = scene('outage');
  const tally = simulate(outage, 200, HABITS, 1);
  tally.backAfter.fill(0);
  const exceeded = linesOf(outage, tally, 200, normalRate(HABITS, 200)).filter(({ ok }) => !ok);
  expect(exceeded.map(({ name }) => name)).toEqual([
    'outage: 95 % have an answer again after, s',
    'outage: installs back later than 300 s',
  ]);
});
