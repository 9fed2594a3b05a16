/**
 * How fast and how cheap the built extension is, beside its limits: `npm run bench`. Ends with 1 where one falls short.
 * `-- --only popup,worker` runs some parts, `-- --json` writes for machines. BENCH.md says how each figure is taken.
 */
import { parseArgs } from 'node:util';
import type { Line, Part } from './bench/line.ts';
import { parsing } from './bench/parsing.ts';
import { popup } from './bench/popup.ts';
import { round } from './bench/round.ts';
import { sizes } from './bench/sizes.ts';
import { table } from './bench/table.ts';
import { ticking } from './bench/ticking.ts';
import { traffic } from './bench/traffic.ts';
import { worker } from './bench/worker.ts';

const parts: Record<string, Part> = { popup, ticking, worker, round, parsing, traffic, sizes };

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const wanted = values.only?.split(',') ?? Object.keys(parts);
const lines: Line[] = [];
for (const name of wanted) {
  const part = parts[name];
  if (part === undefined) throw new Error(`No part "${name}": there are ${Object.keys(parts)}`);
  console.error(`Measuring: ${name}…`);
  lines.push(...(await part()));
}
console.log(values.json ? JSON.stringify(lines, null, 2) : table(lines));
if (lines.some(({ ok }) => !ok)) process.exitCode = 1;
