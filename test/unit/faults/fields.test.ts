import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { clientFor } from '../../../entrypoints/background/clients';
import { ApiError } from '../../../lib/api/api-error';
import type { Connection } from '../../../lib/core/feeds/feed-kind';
import b3osExample from '../../fixtures/b3os-public-execution.made.json' with { type: 'json' };
import olieExample from '../../fixtures/olie-project-execution.json' with { type: 'json' };
import zaiaExample from '../../fixtures/zaia-executions.made.json' with { type: 'json' };
import { variantsOf, WAYS, without } from '../../support/faults/fault-fields';
import { noteRow } from '../../support/faults/fault-table';
import { type StandInServer, startStandInServer } from '../../support/stand-ins/server';

const NOW_MS = Date.parse('2026-03-13T21:17:54Z');

// Hundreds of requests a test: a second, but not on a computer with much else to do.
vi.setConfig({ testTimeout: 30_000 });

/** What a field of the answer feeds in what is kept, $1 being the place of a row; all else stays as it is. */
type Feeds = [field: RegExp, fed: string][];
interface Documented {
  service: 'Olie' | 'B3OS' | 'Zaia';
  connection: Connection & Record<string, unknown>;
  example: unknown;
  feeds: Feeds;
  /** Without these there is no row: it may go, and no other. */
  rowNeeds: [field: RegExp, row: string][];
  /** Without this the whole answer is of no use. */
  answerNeeds: RegExp;
}

const execution = (wire: string, kept: string): Feeds => [
  [new RegExp(`^${wire}\\.id$`), `${kept}.id`],
  [new RegExp(`^${wire}\\.started_at$`), `${kept}.startedAtMs`],
  [new RegExp(`^${wire}\\.started_at_real$`), `${kept}.recordedStartMs`],
  [new RegExp(`^${wire}\\.finished_at_real$`), `${kept}.recordedFinishMs`],
  [new RegExp(`^${wire}\\.hourly_rate$`), `${kept}.hourlyRate`],
  [new RegExp(`^${wire}\\.project_id$`), `${kept}.projectId`],
  [new RegExp(`^${wire}\\.project(\\.code)?$`), `${kept}.projectCode`],
  [new RegExp(`^${wire}\\.project(\\.name)?$`), `${kept}.projectName`],
  [new RegExp(`^${wire}\\.funnel_step_id$`), `${kept}.stepId`],
  [new RegExp(`^${wire}\\.funnel_step(\\.name)?$`), `${kept}.stepName`],
  [new RegExp(`^${wire}\\.funnel_step(\\.funnel(\\.name)?)?$`), `${kept}.funnelName`],
];
const connection = { id: 'x', address: '', token: 'abc' };

const OLIE: Documented = {
  service: 'Olie',
  connection: { ...connection, kind: 'olie', executionId: 'asked' },
  example: olieExample,
  feeds: [
    [/^current_execution$/, 'current'],
    // What to ask for next.
    [/^current_execution(\.id)?$/, 'followedId'],
    ...execution('current_execution', 'current'),
    // Where it cannot be read, a recent execution tells it too.
    [/^current_execution\.user(\.name)?$/, 'user.name'],
    [/^current_execution\.user\.avatar_url$/, 'user.avatarUrl'],
    [/^recent_executions$/, 'recent'],
    ...execution('recent_executions\\.(\\d)', 'recent.$1'),
    [/^recent_executions\.(\d)\.finished_at$/, 'recent.$1.finishedAtMs'],
    [/^recent_executions\.(\d)\.finished_reason$/, 'recent.$1.finishedReason'],
    [/^hidden_timers$/, 'hidden'],
    [/^total_time$/, 'totalS'],
    [/^idle_time$/, 'idleS'],
    [/^current_project_total_time$/, 'projectTotalS'],
    [/^current_step_total_time$/, 'stepTotalS'],
  ],
  rowNeeds: [[/^recent_executions\.(\d)(\.started_at|\.finished_at)?$/, 'recent.$1']],
  answerNeeds: /^$/,
};

const B3OS: Documented = {
  service: 'B3OS',
  connection: { ...connection, kind: 'b3os', label: '', executionId: 'asked', apiKey: '' },
  example: b3osExample,
  feeds: [
    [/^data\.(id|orderId|status|message)$/, '$1'],
    [/^data\.(createdAt|startedAt|finishedAt)$/, '$1Ms'],
    [/^data\.clientSafeMetadata.*$/, 'metadata'],
    [/^data\.events$/, 'events'],
    [/^data\.events\.(\d)$/, 'events.$1'],
    [/^data\.events\.(\d)\.(id|level|title|message)$/, 'events.$1.$2'],
    [/^data\.events\.(\d)\.createdAt$/, 'events.$1.atMs'],
  ],
  rowNeeds: [[/^data\.events\.(\d)$/, 'events.$1']],
  answerNeeds: /^data$/,
};

const ZAIA: Documented = {
  service: 'Zaia',
  connection: { ...connection, kind: 'zaia', responderIds: [], show: 10 },
  example: zaiaExample,
  feeds: [
    [/^(\d)\.id$/, 'runs.$1.id'],
    [/^(\d)\.startedAt$/, 'runs.$1.startedAtMs'],
    [/^(\d)\.endedAt$/, 'runs.$1.endedAtMs'],
    [/^(\d)\.status$/, 'runs.$1.status'],
    [/^(\d)\.creditsUsed$/, 'runs.$1.credits'],
    [/^(\d)\.isAgentic$/, 'runs.$1.isAgentic'],
    [/^(\d)\.isPurged$/, 'runs.$1.isPurged'],
    [/^\d(\.id|\.creditsUsed)?$/, 'creditsToday'],
  ],
  rowNeeds: [[/^(\d)(\.id)?$/, 'runs.$1']],
  answerNeeds: /^$/,
};

let server: StandInServer;
let body: unknown;
beforeAll(async () => {
  server = await startStandInServer(
    () => ({ status: 200, body }),
    () => NOW_MS,
  );
});
afterAll(() => server.close());
beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true });
});

describe.each([OLIE, B3OS, ZAIA])('$service', (documented) => {
  const { service, example, answerNeeds } = documented;

  test.for(WAYS)('each documented field %s costs only itself', async (way, { task }) => {
    const healthy = await read(documented, example);
    const variants = variantsOf(example, way);
    const states = new Set<string>();
    for (const { field, broken, body } of variants) {
      const what = `${field}: ${JSON.stringify(broken)?.slice(0, 20)}`;
      const found = await read(documented, body);
      const isOfNoUse = found instanceof ApiError;
      expect(isOfNoUse, what).toBe(answerNeeds.test(field));
      states.add(found instanceof ApiError ? found.failure.kind : 'answered');
      if (!isOfNoUse) expect(possible(documented, field, found, healthy), what).toBe(true);
    }
    const fields = new Set(variants.map(({ field }) => field)).size;
    expect(fields).toBeGreaterThan(40);
    noteRow(task, {
      ...{ area: 'answers', service, fault: `each of ${fields} fields ${way}`, where: 'unit' },
      ...{ state: [...states].join(', '), badge: '-', nextTry: '-', popup: '-' },
    });
  });
});

/** What the service's client makes of an answer, over real HTTP: the data, or the failure; nothing else may be thrown. */
async function read({ connection }: Documented, answer: unknown): Promise<unknown> {
  body = answer;
  const client = clientFor(connection.kind);
  const context = {
    previous: null,
    startOfDayMs: NOW_MS - 22 * 3_600_000,
    offsetMs: 0,
    etag: null,
  };
  try {
    return (await client.ask({ ...connection, address: server.url }, context)).data;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** Only what the field feeds has changed; or the row is gone that cannot be without it. */
function possible(
  { feeds, rowNeeds }: Documented,
  field: string,
  found: unknown,
  healthy: unknown,
): boolean {
  const named = (table: Feeds) =>
    table.flatMap(([wire, kept]) => (wire.test(field) ? [field.replace(wire, kept)] : []));
  const fed = named(feeds);
  const isOnlyThat = isEqual(without(found, fed), without(healthy, fed));
  const outsideRows = fed.filter((path) => !/\.\d/.test(path));
  return (
    isOnlyThat ||
    named(rowNeeds).some((row) =>
      isEqual(without(found, outsideRows), without(healthy, [...outsideRows, row])),
    )
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
