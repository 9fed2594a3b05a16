/**
 * Measures how fast and how sparing the built extension is: `npm run bench [-- --only popup,worker]`. Prints one table and
 * ends with 1 if a limit is exceeded. BENCH.md says how each figure is taken.
 */
import { readArguments, readWords } from './arguments.mjs';
import { history } from './bench/history.ts';
import { load, loadWarning, machineText } from './bench/machine.ts';
import { parsing } from './bench/parsing.ts';
import { popup } from './bench/popup.ts';
import { sizes } from './bench/sizes.ts';
import { ticking } from './bench/ticking.ts';
import { traffic } from './bench/traffic.ts';
import { worker } from './bench/worker.ts';
import { type Line, printLines } from './line.ts';

const parts = { popup, history, ticking, worker, parsing, traffic, sizes };
const names = Object.keys(parts);

const { values } = readArguments({
  options: { only: { type: 'string', default: names.join() } },
});
const only = readWords(values.only.split(','), names);

const machine = machineText();
const warning = loadWarning();
if (warning !== null) console.error(warning);
const lines: Line[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (!only.includes(name)) continue;
  const startMs = performance.now();
  console.error(`Measuring ${name}…`);
  try {
    lines.push(...(await part()));
  } catch (error) {
    // One part that cannot be measured must not cost the minutes that the others took.
    console.error(`  ${name} failed:`, error);
    process.exitCode = 1;
  }
  console.error(`  took ${Math.round((performance.now() - startMs) / 1000)} s`);
}
printLines(lines);
console.log(`${machine}; load ${load()} now`);
if (warning !== null) console.log(warning);
