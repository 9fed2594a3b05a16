import { describe, expect, test } from 'vitest';
import { loadStored } from '../../../lib/browser/state-storage';
import { runFault } from '../../support/faults/fault-run';
import { annotate, look } from '../../support/faults/seen';
import type { Answer } from '../../support/stand-ins/server';
import { SERVICES, type Service } from '../../support/stand-ins/stand-ins';
import { nextAlarm } from '../../support/worker/fake-browser';
import { nextRoundOf, roundAfter } from '../../support/worker/rounds';
import { world } from '../../support/worker/world';

const NO_ROWS = [null, 7, true, 'x', [], [[]]];
/** Good rows for B3OS: all of its fields may be missing. */
const ROWS_WITHOUT_ID = [{}, { id: null }, { id: { id: 1 } }];
const BAD_ROWS: Record<Service, unknown[]> = {
  olie: [...NO_ROWS, ...ROWS_WITHOUT_ID],
  b3os: NO_ROWS,
  zaia: [...NO_ROWS, ...ROWS_WITHOUT_ID],
};
/** Less than 1 MB of the smallest rows. */
const MANY = 10_000;
const START = '2026-03-12T09:00:00Z';
const END = '2026-03-12T09:00:01Z';
const SMALLEST_ROWS: Record<Service, (id: number) => object> = {
  olie: (id) => ({ id, started_at: START, finished_at: END }),
  b3os: (id) => ({ id, createdAt: START }),
  zaia: (id) => ({ id, startedAt: START, endedAt: END }),
};
/** Zaia keeps as many as the settings ask for. */
const LEAST_KEPT: Record<Service, number> = { olie: 200, b3os: 200, zaia: 10 };
/** Ten times the usual. */
const LONGEST_ROUND_MS = 3_000;

describe.each(SERVICES)('%s', (service) => {
  const bad = BAD_ROWS[service];
  test('bad rows among good ones cost no good row', async ({ task }) => {
    await runFault(task, service, {
      fault: 'bad rows among good ones',
      meets: (good) =>
        withRows(service, good, (rows) => bad.flatMap((row) => [row, ...rows.splice(0, 1)])),
      state: 'answered',
    });
  });

  test('10 000 rows are read and do not slow down the next round', async ({ task }) => {
    const servers = await world({ services: SERVICES, started: true });
    const rows = Array.from({ length: MANY }, (_, index) => SMALLEST_ROWS[service](index + 1));
    servers[service].fail((good) => withRows(service, good, () => rows));
    await nextRoundOf(service);
    const seen = await look(service);
    await annotate(task, service, seen);
    expect(seen.feed?.failure).toBeNull();
    expect(seen.badge).toBe('39m running');
    const kept = keptRows(service, seen.feed?.data).length;
    expect(kept).toBeGreaterThanOrEqual(LEAST_KEPT[service]);
    if (service === 'zaia') expect(kept).toBe(LEAST_KEPT.zaia);
    const startMs = performance.now();
    await roundAfter(() => nextAlarm());
    expect(performance.now() - startMs).toBeLessThan(LONGEST_ROUND_MS);
    servers[service].fail(null);
    await nextRoundOf(service);
    expect((await loadStored()).state.feeds.map(({ failure }) => failure)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

function withRows(
  service: Service,
  { body }: Answer,
  change: (rows: unknown[]) => unknown[],
): Answer {
  // The documented shape.
  const good = body as { recent_executions: []; data: { events: [] } };
  if (service === 'olie') {
    return {
      status: 200,
      body: { ...good, recent_executions: change([...good.recent_executions]) },
    };
  }
  if (service === 'b3os') {
    const data = { ...good.data, events: change([...good.data.events]) };
    return { status: 200, body: { ...good, data } };
  }
  return { status: 200, body: change([...(body as [])]) };
}

function keptRows(service: Service, data: unknown): unknown[] {
  // Each service's data has one of these lists.
  const { recent, events, runs } = data as Record<'recent' | 'events' | 'runs', unknown[]>;
  return { olie: recent, b3os: events, zaia: runs }[service];
}
