/**
 * A million installs against one service: `npm run fleet [-- --installs 1000000]`. Runs the extension's own schedule and
 * alarm (`lib/core/`) for each of them through four scenes, prints requests a second beside their limits, and draws them.
 * Ends with 1 where one falls short.
 *
 * `--seed 1`, `--whole-minutes 0.3` (the share of timers whose start people set to a whole minute), `--scenes day,outage`,
 * `--json` (for machines), `--out .output/fleet` (the charts).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chartOf, rateText } from './fleet/chart.ts';
import { highestRate, linesOf } from './fleet/limits.ts';
import { partsOf, simulateAll } from './fleet/parts.ts';
import { HABITS, normalRate } from './fleet/people.ts';
import { type Scene, scenesAt } from './fleet/scenes.ts';
import type { Tally } from './fleet/simulate.ts';
import { expectedPeak, ratesOf } from './fleet/statistics.ts';

const { values } = parseArgs({
  options: {
    installs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    'whole-minutes': { type: 'string', default: String(HABITS.wholeMinutes) },
    scenes: { type: 'string', default: 'day,morning,outage,limit' },
    json: { type: 'boolean', default: false },
    out: { type: 'string', default: '.output/fleet' },
  },
});
const installs = Number(values.installs);
const habits = { ...HABITS, wholeMinutes: Number(values['whole-minutes']) };
const rate = normalRate(habits, installs);
const scenes = scenesAt(rate).filter(({ name }) => values.scenes.split(',').includes(name));

const startedMs = performance.now();
const parts = scenes.flatMap((scene) => partsOf(scene, installs, habits, Number(values.seed)));
const { tallies, megabytes } = await simulateAll(parts);
const tookS = Math.round((performance.now() - startedMs) / 1000);
mkdirSync(values.out, { recursive: true });
const results = scenes.flatMap((scene) => {
  const tally = tallies.get(scene.name);
  return tally === undefined ? [] : [resultOf(scene, tally)];
});
if (values.json)
  console.log(JSON.stringify({ installs, habits, tookS, megabytes, normalRate: rate, results }));
else print();
if (results.some(({ lines }) => lines.some(({ ok }) => !ok))) process.exitCode = 1;

function resultOf(scene: Scene, tally: Tally) {
  const { name, title, beginsAtS, counted } = scene;
  const { perSecond } = tally;
  const rates = ratesOf(perSecond);
  const chart = join(values.out, `${name}.svg`);
  const limit = highestRate(scene, tally, rate);
  const fromS = beginsAtS + counted.fromS;
  writeFileSync(chart, chartOf({ title, perSecond, beginsAtS: fromS, limit }));
  return {
    name,
    title,
    ...rates,
    peakByChance: expectedPeak(name === 'day' ? rates.mean : rate, perSecond.length),
    peakTime: timeText(fromS + rates.peakAt),
    lines: linesOf(scene, tally, installs, rate),
    chart,
  };
}

function print() {
  console.log(
    `${rateText(installs)} installs, ${rateText(rate)} requests/s in health, ${habits.wholeMinutes * 100} % of starts on whole minutes; took ${tookS} s, ${Math.round(megabytes)} MB\n`,
  );
  const cells = ['requests/s', 'mean', 'p99.9', 'peak', 'by chance', 'at'];
  console.log(cells.map((cell) => cell.padStart(11)).join(''));
  for (const { title, mean, p999, peak, peakByChance, peakTime, lines, chart } of results) {
    console.log(`\n${title}  (${chart})`);
    const numbers = [mean, p999, peak, peakByChance].map((value) => rateText(value).padStart(11));
    console.log(`${''.padStart(11)}${numbers.join('')}${peakTime.padStart(11)}`);
    for (const { what, figure, unit, limit, ok } of lines) {
      const shown = `${Number(figure.toFixed(2))} ${unit}`.padStart(14);
      console.log(`  ${what.padEnd(36)}${shown}  limit ${limit}  ${ok ? 'ok' : 'FALLS SHORT'}`);
    }
  }
}

function timeText(secondOfDay: number): string {
  return [secondOfDay / 3600, secondOfDay / 60, secondOfDay]
    .map((value, index) => Math.floor(value) % (index === 0 ? 24 : 60))
    .map((value) => String(value).padStart(2, '0'))
    .join(':');
}
