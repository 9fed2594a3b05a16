import { describe, expect, test } from 'vitest';
import { loadState } from '../../../lib/browser/state-storage';
import { note, runFault } from '../../support/faults/fault-run';
import type { Answer } from '../../support/stand-ins/server';
import { nextAlarm } from '../../support/worker/fake-browser';
import {
  connectedLife,
  look,
  nextRoundOf,
  roundAfter,
  SERVICES,
  type Service,
} from '../../support/worker/fault-life';

const NO_ROWS = [null, 7, true, 'x', [], [[]]];
/** Good rows for B3OS: all of its fields may be missing. */
const ROWS_WITHOUT_ID = [{}, { id: null }, { id: { id: 1 } }];
const BAD_ROWS: Record<Service, unknown[]> = {
  Olie: [...NO_ROWS, ...ROWS_WITHOUT_ID],
  B3OS: NO_ROWS,
  Zaia: [...NO_ROWS, ...ROWS_WITHOUT_ID],
};
/** Less than 1 MB of the smallest rows. */
const MANY = 10_000;
const START = '2026-03-12T09:00:00Z';
const END = '2026-03-12T09:00:01Z';
const SMALLEST_ROWS: Record<Service, (id: number) => object> = {
  Olie: (id) => ({ id, started_at: START, finished_at: END }),
  B3OS: (id) => ({ id, createdAt: START }),
  Zaia: (id) => ({ id, startedAt: START, endedAt: END }),
};
/** Zaia keeps as many as the settings ask for. */
const LEAST_KEPT: Record<Service, number> = { Olie: 200, B3OS: 200, Zaia: 10 };
/** Ten times the usual. */
const LONGEST_ROUND_MS = 3_000;

describe.each(SERVICES)('%s', (service) => {
  const bad = BAD_ROWS[service];
  test('bad rows among good ones cost no good row', async ({ task }) => {
    await runFault(task, 'answers', service, {
      fault: 'bad rows among good ones',
      meets: (good) =>
        withRows(service, good, (rows) => bad.flatMap((row) => [row, ...rows.splice(0, 1)])),
      state: 'answered',
    });
  });

  test('10 000 rows are read and do not slow down the next round', async ({ task }) => {
    const servers = await connectedLife();
    const rows = Array.from({ length: MANY }, (_, index) => SMALLEST_ROWS[service](index + 1));
    servers[service].fail((good) => withRows(service, good, () => rows));
    await nextRoundOf(service);
    const seen = await look(service);
    note(task, 'answers', service, '10 000 rows', seen);
    expect(seen.feed.failure).toBeNull();
    expect(seen.badge).toMatchObject({ text: '39m', tone: 'running' });
    const kept = keptRows(service, seen.feed.data).length;
    expect(kept).toBeGreaterThanOrEqual(LEAST_KEPT[service]);
    if (service === 'Zaia') expect(kept).toBe(LEAST_KEPT.Zaia);
    const startMs = performance.now();
    await roundAfter(() => nextAlarm());
    expect(performance.now() - startMs).toBeLessThan(LONGEST_ROUND_MS);
    servers[service].fail(null);
    await nextRoundOf(service);
    expect((await loadState()).feeds.map(({ failure }) => failure)).toEqual([null, null, null]);
  });
});

function withRows(
  service: Service,
  { body }: Answer,
  change: (rows: unknown[]) => unknown[],
): Answer {
  // The documented shape.
  const good = body as { recent_executions: []; data: { events: [] } };
  if (service === 'Olie') {
    return {
      status: 200,
      body: { ...good, recent_executions: change([...good.recent_executions]) },
    };
  }
  if (service === 'B3OS') {
    const data = { ...good.data, events: change([...good.data.events]) };
    return { status: 200, body: { ...good, data } };
  }
  return { status: 200, body: change([...(body as [])]) };
}

function keptRows(service: Service, data: unknown): unknown[] {
  // Each service's data has one of these lists.
  const { recent, events, runs } = data as Record<'recent' | 'events' | 'runs', unknown[]>;
  return { Olie: recent, B3OS: events, Zaia: runs }[service];
}
