import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { clientFor } from '../../../entrypoints/background/clients';
import { ApiError } from '../../../lib/api/api-error';
import type { Connection } from '../../../lib/core/settings/settings';
import b3osExample from '../../fixtures/b3os-public-execution.made.json' with { type: 'json' };
import olieExample from '../../fixtures/olie-project-execution.json' with { type: 'json' };
import zaiaExample from '../../fixtures/zaia-executions.made.json' with { type: 'json' };
import { variantsOf, WAYS, without } from '../../support/faults/fault-fields';
import { type StandInServer, startStandInServer } from '../../support/stand-ins/server';

const NOW_MS = Date.parse('2026-03-13T21:17:54Z');

// Hundreds of requests per test.
vi.setConfig({ testTimeout: 30_000 });

/** Which stored field each field of an answer ends up in. `$1`: the row's index. */
type FieldMap = [answered: RegExp, stored: string][];
interface Documented {
  service: 'Olie' | 'B3OS' | 'Zaia';
  connection: Connection & Record<string, unknown>;
  example: unknown;
  fields: FieldMap;
  /** If one of these is broken, its row may be dropped. */
  neededByRow: FieldMap;
  /** If this is broken, the answer is refused. */
  neededByAnswer: RegExp;
}

const execution = (answered: string, stored: string): FieldMap => [
  [new RegExp(`^${answered}\\.id$`), `${stored}.id`],
  [new RegExp(`^${answered}\\.started_at$`), `${stored}.startedAtMs`],
  [new RegExp(`^${answered}\\.started_at_real$`), `${stored}.recordedStartMs`],
  [new RegExp(`^${answered}\\.finished_at_real$`), `${stored}.recordedFinishMs`],
  [new RegExp(`^${answered}\\.hourly_rate$`), `${stored}.hourlyRate`],
  [new RegExp(`^${answered}\\.project_id$`), `${stored}.projectId`],
  [new RegExp(`^${answered}\\.project(\\.code)?$`), `${stored}.projectCode`],
  [new RegExp(`^${answered}\\.project(\\.name)?$`), `${stored}.projectName`],
  [new RegExp(`^${answered}\\.funnel_step_id$`), `${stored}.stepId`],
  [new RegExp(`^${answered}\\.funnel_step(\\.name)?$`), `${stored}.stepName`],
  [new RegExp(`^${answered}\\.funnel_step(\\.funnel(\\.name)?)?$`), `${stored}.funnelName`],
];
const connection = { id: 'x', address: '', token: 'abc' };

const OLIE: Documented = {
  service: 'Olie',
  connection: { ...connection, kind: 'olie', executionId: 'asked' },
  example: olieExample,
  fields: [
    [/^current_execution$/, 'current'],
    // The execution to ask for next.
    [/^current_execution(\.id)?$/, 'followedId'],
    ...execution('current_execution', 'current'),
    // The user is also read from a recent execution.
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
  neededByRow: [[/^recent_executions\.(\d)(\.started_at|\.finished_at)?$/, 'recent.$1']],
  neededByAnswer: /^$/,
};

const B3OS: Documented = {
  service: 'B3OS',
  connection: { ...connection, kind: 'b3os', label: '', executionId: 'asked', apiKey: '' },
  example: b3osExample,
  fields: [
    [/^data\.(id|orderId|status|message)$/, '$1'],
    [/^data\.(checkoutSessionId|workflowId|runId|paymentStatus)$/, '$1'],
    [/^data\.(createdAt|startedAt|finishedAt)$/, '$1Ms'],
    [/^data\.clientSafeMetadata.*$/, 'metadata'],
    [/^data\.events$/, 'events'],
    [/^data\.events\.(\d)$/, 'events.$1'],
    [/^data\.events\.(\d)\.(id|level|title|message)$/, 'events.$1.$2'],
    [/^data\.events\.(\d)\.(eventType|nodeId|runId)$/, 'events.$1.$2'],
    [/^data\.events\.(\d)\.createdAt$/, 'events.$1.atMs'],
  ],
  neededByRow: [[/^data\.events\.(\d)$/, 'events.$1']],
  neededByAnswer: /^data$/,
};

const ZAIA: Documented = {
  service: 'Zaia',
  connection: { ...connection, kind: 'zaia', responderIds: [], show: 10 },
  example: zaiaExample,
  fields: [
    [/^(\d)\.id$/, 'runs.$1.id'],
    [/^(\d)\.startedAt$/, 'runs.$1.startedAtMs'],
    [/^(\d)\.endedAt$/, 'runs.$1.endedAtMs'],
    [/^(\d)\.status$/, 'runs.$1.status'],
    [/^(\d)\.creditsUsed$/, 'runs.$1.credits'],
    [/^(\d)\.isAgentic$/, 'runs.$1.isAgentic'],
    [/^(\d)\.isPurged$/, 'runs.$1.isPurged'],
    [/^\d(\.id|\.creditsUsed)?$/, 'creditsToday'],
  ],
  neededByRow: [[/^(\d)(\.id)?$/, 'runs.$1']],
  neededByAnswer: /^$/,
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
  const { example, neededByAnswer } = documented;

  test.for(WAYS)(
    'a documented field that is %s harms no other field',
    async (way, { annotate }) => {
      const healthy = await read(documented, example);
      const variants = variantsOf(example, way);
      const states = new Set<string>();
      for (const { field, broken, body } of variants) {
        const what = `${field}: ${JSON.stringify(broken)?.slice(0, 20)}`;
        const found = await read(documented, body);
        const isRefused = found instanceof ApiError;
        expect(isRefused, what).toBe(neededByAnswer.test(field));
        states.add(found instanceof ApiError ? found.failure.kind : 'answered');
        if (!isRefused)
          expect(harmsNothingElse(documented, field, found, healthy), what).toBe(true);
      }
      const fields = new Set(variants.map(({ field }) => field)).size;
      expect(fields).toBeGreaterThan(40);
      await annotate(`${fields} fields ${way}: ${[...states].join(', ')}`);
    },
  );
});

/** What the service's client reads, over real HTTP. */
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

/** Has only what is stored from this field changed, or is only its row gone? */
function harmsNothingElse(
  { fields, neededByRow }: Documented,
  field: string,
  found: unknown,
  healthy: unknown,
): boolean {
  const storedIn = (map: FieldMap) =>
    map.flatMap(([answered, stored]) =>
      answered.test(field) ? [field.replace(answered, stored)] : [],
    );
  const own = storedIn(fields);
  const isRestEqual = isEqual(without(found, own), without(healthy, own));
  const ownOutsideRows = own.filter((path) => !/\.\d/.test(path));
  return (
    isRestEqual ||
    storedIn(neededByRow).some((row) =>
      isEqual(without(found, ownOutsideRows), without(healthy, [...ownOutsideRows, row])),
    )
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
