/** Answers as large as they may be: of 1 MB, with as many rows of the examples as fit. */
import workflow from '../../test/fixtures/b3os-public-execution.made.json' with { type: 'json' };
import timer from '../../test/fixtures/olie-project-execution.json' with { type: 'json' };
import runs from '../../test/fixtures/zaia-executions.made.json' with { type: 'json' };

/** The largest body that is read (lib/api/http.ts). */
const LARGEST_BYTES = 1_000_000;

export function largestTimer(): string {
  return filled(timer.recent_executions, (rows) => ({ ...timer, recent_executions: rows }));
}

export function largestWorkflow(): string {
  const { data } = workflow;
  return filled(data.events, (events) => ({ ...workflow, data: { ...data, events } }));
}

export function largestAgentRuns(): string {
  return filled(runs, (rows) => rows);
}

/** @param around the answer with these rows */
function filled<Row extends object>(examples: Row[], around: (rows: Row[]) => unknown): string {
  const empty = Buffer.byteLength(JSON.stringify(around([])));
  const rows: Row[] = [];
  for (let left = LARGEST_BYTES - empty; ; ) {
    const example = examples[rows.length % examples.length];
    if (example === undefined) throw new Error('There is no example');
    const row = { ...example, id: `${rows.length}` };
    left -= Buffer.byteLength(JSON.stringify(row)) + 1;
    if (left < 0) return JSON.stringify(around(rows));
    rows.push(row);
  }
}
