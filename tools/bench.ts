/**
 * How fast and how cheap the built extension is, beside its limits: `npm run bench`. Ends with 1 where one falls short.
 * `-- --only popup,worker` runs some parts, `-- --json` writes for machines, `-- --markdown` for a document. BENCH.md says
 * how each figure is taken.
 */
import { parseArgs } from 'node:util';
import type { Line, Part } from './bench/line.ts';
import { loadWarning, machineText, readLoad, readMachine } from './bench/machine.ts';
import { parsing } from './bench/parsing.ts';
import { popup } from './bench/popup.ts';
import { round } from './bench/round.ts';
import { sizes } from './bench/sizes.ts';
import { markdown, table } from './bench/table.ts';
import { ticking } from './bench/ticking.ts';
import { traffic } from './bench/traffic.ts';
import { worker } from './bench/worker.ts';

/** What takes time before what only counts. */
const parts: Record<string, Part> = { popup, ticking, worker, parsing, round, traffic, sizes };

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join() },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});
const wanted = values.only.split(',').map((name) => {
  const part = parts[name];
  if (part === undefined) throw new Error(`No part "${name}": there are ${Object.keys(parts)}`);
  return { name, part };
});
const machine = await readMachine();
const warning = loadWarning(machine);
if (warning !== null) console.error(warning);

const lines: Line[] = [];
for (const [index, { name, part }] of wanted.entries()) {
  const startMs = performance.now();
  console.error(`Measuring ${name}, ${index + 1} of ${wanted.length}…`);
  lines.push(...(await part()));
  console.error(`  took ${Math.round((performance.now() - startMs) / 1000)} s`);
}
machine.loadAfter = readLoad();

if (values.json) console.log(JSON.stringify({ machine, lines }, null, 2));
else {
  console.log(values.markdown ? markdown(lines) : table(lines));
  console.log(`\n${machineText(machine)}`);
  if (warning !== null) console.log(warning);
}
if (lines.some(({ ok }) => !ok)) process.exitCode = 1;
