import { median } from 'simple-statistics';
import workflow from '../../test/fixtures/b3os-public-execution.made.json' with { type: 'json' };
import timer from '../../test/fixtures/olie-project-execution.json' with { type: 'json' };
import runs from '../../test/fixtures/zaia-executions.made.json' with { type: 'json' };
import { absolute, type Line } from '../line.ts';
import { bundled } from './bundle.ts';
import { SLOWER } from './drawn.ts';
import { inTurn } from './in-turn.ts';
import { openIdlePage, startStage } from './stage.ts';

/** The largest body that is read (lib/api/http.ts). */
const LARGEST_BYTES = 1_000_000;
const LIMIT_MS = 100;

/** How long the largest answers take to parse on a slowed processor, beyond what the browser's own decoding takes. */
export async function parsing(): Promise<Line[]> {
  const script = await bundled('parsing-page.ts');
  const stage = await startStage();
  try {
    // Two more pages share the heap: in a small one, each megabyte starts a collection of garbage, 8 ms in every second run.
    for (const _ of [1, 2]) await openIdlePage(stage.browser, stage.blankOrigin);
    const page = await openIdlePage(stage.browser, stage.blankOrigin);
    await page.evaluate(script);
    await page.emulateCPUThrottling(SLOWER);
    const { data } = workflow;
    const bodies = {
      olie: filled(timer.recent_executions, (rows) => ({ ...timer, recent_executions: rows })),
      b3os: filled(data.events, (events) => ({ ...workflow, data: { ...data, events } })),
      zaia: filled(runs, (rows) => rows),
    };
    const lines: Line[] = [];
    for (const [name, body] of Object.entries(bodies)) {
      await page.evaluate(`keepBody('${name}', ${JSON.stringify(body)})`);
      // Both functions of the page return milliseconds.
      const call = (source: string) => async () => (await page.evaluate(source)) as number;
      const { parsed, decoded } = await inTurn({
        parsed: call(`parseMs('${name}')`),
        decoded: call(`decodeMs('${name}')`),
      });
      const beyondMs = median(parsed) - median(decoded);
      lines.push(absolute(`parsing: 1 MB of ${name} beyond decoding it, ms`, beyondMs, LIMIT_MS));
    }
    return lines;
  } finally {
    await stage.close();
  }
}

/**
 * An answer of nearly 1 MB, with as many of the example's rows as fit.
 * @param around the answer with these rows
 */
function filled<Row extends object>(examples: Row[], around: (rows: Row[]) => unknown): string {
  const sizeOf = (rows: Row[]) => Buffer.byteLength(JSON.stringify(around(rows)));
  const withId = (row: Row, id: number) => ({ ...row, id: String(id).padStart(6, '0') });
  const empty = sizeOf([]);
  const rowSize = (sizeOf(examples.map(withId)) + 1 - empty) / examples.length;
  const turns = Math.floor((LARGEST_BYTES - empty) / rowSize / examples.length);
  const rows = new Array<Row[]>(turns).fill(examples).flat();
  return JSON.stringify(around(rows.map(withId)));
}
