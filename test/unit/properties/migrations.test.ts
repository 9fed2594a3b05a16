import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { FAILURE_KINDS } from '../../../lib/core/feeds/failure';
import { parseEarlierDays } from '../../../lib/core/olie/sessions';
import { parseSettings } from '../../../lib/core/settings/settings';
import { parseState } from '../../../lib/core/state/state';
import { migratedState } from '../../../lib/core/state/state-migrations';
import { seeded } from '../../support/examples/arbitrary';
import { withLaterFields } from '../../support/examples/later-fields';

beforeAll(() => {
  seeded();
});

const NEW_NAMES: Record<string, string> = { workflow: 'b3os', 'agent-runs': 'zaia' };
const newName = (kind: string) => NEW_NAMES[kind] ?? kind;

const text = fc.string({ unit: 'binary', maxLength: 12 });
const moment = fc.integer({ min: 0, max: 4e12 });
const momentOrNull = fc.option(moment);
const seconds = fc.option(fc.nat(200_000));

const execution = {
  ...{ id: text, projectId: text, projectCode: text, projectName: text },
  ...{ stepId: text, stepName: text, funnelName: text },
  ...{ recordedStartMs: momentOrNull, recordedFinishMs: momentOrNull, hourlyRate: fc.nat(1000) },
};
const session = fc.record({
  ...execution,
  ...{ startedAtMs: moment, finishedAtMs: moment, finishedReason: fc.option(text) },
});
const sessions = fc.array(session, { maxLength: 4 });
const day = fc.record({ startMs: moment, answeredAtMs: moment, sessions });
const timer = fc.record({
  answeredAtMs: moment,
  current: fc.option(fc.record({ ...execution, startedAtMs: momentOrNull })),
  recent: sessions,
  earlier: fc.array(day, { maxLength: 6 }),
  hidden: fc.boolean(),
  ...{ totalS: seconds, idleS: seconds, projectTotalS: seconds, stepTotalS: seconds },
  user: fc.option(fc.record({ name: text, avatarUrl: fc.option(text) })),
  followedId: text,
});
const workflow = fc.record({
  ...{ id: text, orderId: text, status: text, message: text },
  ...{ createdAtMs: momentOrNull, startedAtMs: momentOrNull, finishedAtMs: momentOrNull },
  metadata: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
  events: fc.array(
    fc.record({ id: text, atMs: momentOrNull, level: text, title: text, message: text }),
    { maxLength: 3 },
  ),
});
const run = fc.record({
  ...{ id: text, startedAtMs: momentOrNull, endedAtMs: momentOrNull, status: text },
  ...{ credits: fc.nat(1000), isAgentic: fc.boolean(), isPurged: fc.boolean() },
});
const runs = fc.record({
  runs: fc.array(run, { maxLength: 4 }),
  creditsToday: fc.nat(1000),
  isAtLeast: fc.boolean(),
});

/** A feed as version 3 of the state held it. */
const feed = <Kind extends string, Data>(kind: Kind, data: fc.Arbitrary<Data>) =>
  fc.record({
    ...{ connectionId: fc.uuid(), kind: fc.constant(kind), address: fc.webUrl() },
    ...{ label: text, reference: text },
    schedule: fc.record({
      ...{ askedAtMs: momentOrNull, dueAtMs: momentOrNull, failures: fc.nat(2000) },
      ...{ answeredAtMs: momentOrNull, oldAtMs: momentOrNull },
    }),
    failure: fc.option(
      fc.record({
        kind: fc.constantFrom(...FAILURE_KINDS),
        message: fc.option(text),
        retryAfterS: seconds,
      }),
    ),
    offsetMs: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
    isSeen: fc.boolean(),
    etag: fc.option(text),
    data: fc.option(data),
  });

const stateOfThree = fc
  .record({
    settingsUnreadable: fc.boolean(),
    olie: fc.option(feed('olie', timer)),
    workflows: fc.array(feed('workflow', workflow), { maxLength: 4 }),
    runs: fc.option(feed('agent-runs', runs)),
  })
  .map(({ settingsUnreadable, olie, workflows, runs: ofZaia }) => ({
    olie,
    others: [...workflows, ...(ofZaia ? [ofZaia] : [])],
    settingsUnreadable,
  }));

test('any state of version 3 becomes version 4 without loss, but for the address of a picture', () => {
  fc.assert(
    fc.property(stateOfThree, ({ olie, others, settingsUnreadable }) => {
      const feeds = [...others.slice(0, 1), ...(olie ? [olie] : []), ...others.slice(1)];
      const stored: unknown = JSON.parse(JSON.stringify({ version: 3, settingsUnreadable, feeds }));
      const expected = feeds.map(({ schedule, ...rest }) => ({
        ...rest,
        kind: newName(rest.kind),
        // Without its address it says nothing.
        etag: null,
        learntAtMs: schedule.answeredAtMs,
      }));
      const { earlier = [], ...today } = olie?.data ?? {};
      const user = olie?.data?.user && { name: olie.data.user.name };
      const lastEarlier = earlier[0]?.sessions[0] ?? null;
      const unknown = { userId: '', estimate: null };
      const withToday = expected.map((one) => {
        if (one.data && 'events' in one.data) return { ...one, data: withLaterFields(one.data) };
        return one.kind === 'olie' && one.data
          ? { ...one, data: { ...today, user, lastEarlier, ...unknown } }
          : one;
      });
      expect(parseState(stored)).toEqual({ version: 4, settingsUnreadable, feeds: withToday });
      const migrated = migratedState(stored);
      const { connectionId = '' } = olie ?? {};
      expect(parseEarlierDays(migrated.earlier, connectionId).days).toEqual(earlier);
      // Once is enough.
      expect(migratedState(migrated.state)).toEqual({ state: migrated.state, earlier: null });
    }),
  );
});

test('any settings of version 2 become version 3 without loss', () => {
  const common = { id: fc.uuid(), address: text, token: text };
  const connection = fc.oneof(
    fc.record({ ...common, kind: fc.constant('olie'), executionId: text }),
    fc.record({
      ...{ ...common, kind: fc.constant('workflow') },
      ...{ label: text, executionId: text, apiKey: text },
    }),
    fc.record({
      ...{ ...common, kind: fc.constant('agent-runs') },
      ...{ responderIds: fc.array(text, { maxLength: 3 }), show: fc.nat(100) },
    }),
  );
  fc.assert(
    fc.property(fc.array(connection, { maxLength: 6 }), (connections) => {
      const renamed = connections.map((row) => ({ ...row, kind: newName(row.kind) }));
      expect(parseSettings({ version: 2, connections })).toEqual({
        settings: { version: 3, connections: renamed },
        unreadable: false,
      });
    }),
  );
});
