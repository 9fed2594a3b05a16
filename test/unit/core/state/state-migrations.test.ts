import { beforeAll, describe, expect, test } from 'vitest';
import { parseEarlierDays } from '../../../../lib/core/olie/sessions';
import { parseState, type State } from '../../../../lib/core/state/state';
import { migratedState } from '../../../../lib/core/state/state-migrations';
import stored010 from '../../../fixtures/0.1.0/stored.json' with { type: 'json' };
import { withLaterFields } from '../../../support/examples/later-fields';

const before = stored010.local.state;
const [olie, workflow, runs] = before.feeds;
const OLIE_ID = '73c0985a-fb1c-432c-844b-f3d8ac31266d';

describe('the state of version 0.1.0', () => {
  let after: State;

  beforeAll(() => {
    after = parseState(before);
  });

  test('becomes version 4, with the same feeds under the new names of their services', () => {
    expect(after).toMatchObject({ version: 4, settingsUnreadable: false });
    expect(after.feeds.map(({ kind, connectionId }) => [kind, connectionId])).toEqual([
      ['olie', OLIE_ID],
      ['b3os', '803cac93-c73e-40fc-902f-feb909bc79e5'],
      ['zaia', '38ffa4ca-0a3f-447a-bce3-3c2723741030'],
    ]);
  });

  test('keeps its clocks, and when each answer came', () => {
    expect(after.feeds.map(({ offsetMs, learntAtMs }) => [offsetMs, learntAtMs])).toEqual([
      [16_770_737, 1_795_670_429_263],
      [16_770_735, 1_795_670_429_266],
      [16_770_733, 1_795_670_429_268],
    ]);
  });

  test('keeps its names, answers and failures', () => {
    const { earlier, user, ...today } = olie?.data ?? {};
    expect(after.feeds.map(({ data }) => data)).toEqual([
      {
        ...today,
        lastEarlier: earlier?.[0]?.sessions[0],
        // Without the address of a picture.
        user: { name: user?.name },
        // It knew neither.
        ...{ userId: '', estimate: null },
      },
      // The fixture's second feed is the workflow.
      withLaterFields(workflow?.data as { events: object[] }),
      runs?.data,
    ]);
    for (const [index, { address, label, reference, isSeen, etag }] of after.feeds.entries()) {
      expect(before.feeds[index]).toMatchObject({ address, label, reference, isSeen, etag });
    }
    const refused = { kind: 'token-refused', message: 'Unauthenticated.', retryAfterS: null };
    const failed = {
      ...before,
      feeds: before.feeds.map((feed) => ({ ...feed, failure: refused })),
    };
    const failures = parseState(failed).feeds.map(({ failure }) => failure);
    expect(failures).toEqual([refused, refused, refused]);
  });

  test('has no schedule any more, and no earlier days', () => {
    const { state } = migratedState(before);
    for (const name of ['schedule', 'dueAtMs', 'askedAtMs', '"earlier"']) {
      expect(JSON.stringify(state)).not.toContain(name);
    }
  });

  test('gives its earlier days away, with nothing lost', () => {
    const { earlier } = migratedState(before);
    expect(earlier).toEqual({ connectionId: OLIE_ID, days: olie?.data.earlier });
    const { days } = parseEarlierDays(earlier, OLIE_ID);
    expect(days).toEqual(olie?.data.earlier);
    expect(days.map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([
      ['s10'],
      ['s20'],
      ['s31', 's30'],
    ]);
  });

  test('is not touched by that', () => {
    const copy = structuredClone(before);
    migratedState(before);
    expect(before).toEqual(copy);
  });

  test('that is broken in part loses nothing but that part', () => {
    const broken = { ...workflow, schedule: undefined };
    const stored = { ...before, feeds: [broken, olie, 7, runs] };
    const ids = parseState(stored).feeds.map(({ connectionId }) => connectionId);
    expect(ids).toEqual([olie?.connectionId, runs?.connectionId]);
    const withoutDays = { ...before, feeds: [{ ...olie, data: { ...olie?.data, earlier: 'x' } }] };
    const { user, earlier, ...today } = olie?.data ?? {};
    expect(parseState(withoutDays).feeds).toMatchObject([
      { kind: 'olie', data: { ...today, lastEarlier: null } },
    ]);
    expect(migratedState(withoutDays).earlier).toBeNull();
  });

  test('without a timer has no earlier days to give away', () => {
    expect(migratedState({ ...before, feeds: [workflow, runs] }).earlier).toBeNull();
    expect(migratedState({ ...before, feeds: [] }).earlier).toBeNull();
  });
});

test.each([undefined, null, 'state', { version: 4, feeds: [] }, { version: 2, feeds: [] }])(
  'what is not of version 3 is left as it is: %j',
  (stored) => {
    expect(migratedState(stored).state).toBe(stored);
    expect(migratedState(stored).earlier).toBeNull();
  },
);

describe('a state of 0.1.0 that is partly broken', () => {
  const withFeeds = (...feeds: unknown[]) => ({ ...before, feeds });

  test('keeps the rows that can be read, and the earlier days of the one that has them', () => {
    const { earlier, state } = migratedState(withFeeds(null, { connectionId: 7 }, workflow, olie));
    expect(earlier).toEqual({ connectionId: OLIE_ID, days: olie?.data.earlier });
    expect((state as { feeds: unknown[] }).feeds.slice(0, 2)).toEqual([null, { connectionId: 7 }]);
    expect(parseState(withFeeds(null, { connectionId: 7 }, workflow, olie)).feeds).toHaveLength(2);
  });

  test.each([{}, { answeredAtMs: 'noon' }, null])(
    'with the schedule %j, a feed is dropped',
    (schedule) => {
      const { state } = migratedState(withFeeds({ ...olie, schedule }));
      expect((state as { feeds: object[] }).feeds).toEqual([{ ...olie, schedule }]);
    },
  );

  test.each([undefined, 7, { sessions: 7 }])(
    'with %j as its last day, knows no last session',
    (day) => {
      const data = { ...olie?.data, earlier: [day] };
      const { state } = migratedState(withFeeds({ ...olie, data }));
      const [feed] = (state as { feeds: { data: { lastEarlier: unknown } }[] }).feeds;
      expect(feed?.data.lastEarlier).toBeNull();
    },
  );

  test('looks at a thousand rows and no more', () => {
    const { state } = migratedState(withFeeds(...Array.from({ length: 1_001 }, () => workflow)));
    expect((state as { feeds: unknown[] }).feeds).toHaveLength(1_000);
  });
});
