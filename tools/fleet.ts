/**
 * Simulates many installs against one service: `npm run fleet [-- --installs 1000000]`, 100,000 otherwise. Each runs the
 * extension's own schedule and alarm (`lib/core/`) through four scenes. Prints requests per second beside their limits, and
 * ends with 1 if a limit is exceeded. A million take ten minutes and 2 GB.
 *
 * `--seed 2` draws other random numbers. `--whole-minutes 0.3` lets 30 % of the timers start on a whole minute.
 */
import { max, mean, quantile } from 'simple-statistics';
import { readArguments, readNumber } from './arguments.mjs';
import { linesOf } from './fleet/limits.ts';
import { HABITS, normalRate } from './fleet/people.ts';
import { scenesAt } from './fleet/scenes.ts';
import { simulate } from './fleet/simulate.ts';
import { type Line, printLines } from './line.ts';

const { values } = readArguments({
  options: {
    installs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    'whole-minutes': { type: 'string', default: '0' },
  },
});
const installs = readNumber('--installs', values.installs);
const seed = readNumber('--seed', values.seed);
const habits = { ...HABITS, wholeMinutes: readNumber('--whole-minutes', values['whole-minutes']) };
const rate = normalRate(habits, installs);
console.log(`${installs} installs, ${Math.round(rate)} requests/s while all is well`);

const lines: Line[] = [];
for (const scene of scenesAt(rate)) {
  const startMs = performance.now();
  const tally = simulate(scene, installs, habits, seed);
  const { perSecond } = tally;
  const [average, peak] = [mean(perSecond), max(perSecond)].map(Math.round);
  const most = Math.round(quantile(perSecond, 0.999));
  const tookS = Math.round((performance.now() - startMs) / 1000);
  console.log(`${scene.title} (simulated in ${tookS} s)`);
  console.log(`  requests/s: mean ${average}, at most ${most} in 99.9 % of seconds, peak ${peak}`);
  lines.push(...linesOf(scene, tally, installs, rate));
}
printLines(lines);
