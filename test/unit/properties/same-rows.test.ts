import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseWorkflow } from '../../../lib/api/b3os/answer';
import { parseTimer } from '../../../lib/api/olie/answer';
import { parseRuns } from '../../../lib/api/zaia/answer';
import { parseNesting } from '../../../lib/api/zaia/nesting';
import timer from '../../fixtures/olie-project-execution.json' with { type: 'json' };
import { seeded } from '../../support/examples/arbitrary';
import { ANSWERED_AT_MS } from '../../support/examples/example-timer';

beforeAll(() => {
  seeded();
});

// The same rows in another order, repeated, or wrapped in another way are the same state.

const at = (second: number) => new Date(Date.UTC(2026, 2, 13, 10, 0, second)).toISOString();

/** Different ids and different seconds: rows of the same moment keep the order in which they came. */
const rows = fc
  .uniqueArray(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 12 })
  .map((seconds) => seconds.map((second, index) => ({ id: `id-${index}`, second })));

/** The list in the ways in which services send one. */
const WRAPS: ((list: unknown[]) => unknown)[] = [
  (list) => list,
  (list) => ({ data: list }),
  (list) => ({ items: list, total: list.length }),
  (list) => ({ data: { items: list } }),
  (list) => Object.fromEntries(list.map((row, index) => [index * 2, row])),
  (list) => ({ data: Object.fromEntries(list.map((row, index) => [`a1-${index}`, row])) }),
];

/** The rows, and the same ones shuffled, some of them twice, and wrapped. */
function twoWays<Row>(made: fc.Arbitrary<Row[]>) {
  return made.chain((list) =>
    fc.record({
      list: fc.constant(list),
      other: fc
        .tuple(fc.array(fc.constantFrom(...list)), fc.infiniteStream(fc.nat()))
        .map(([again, random]) =>
          [...list, ...again]
            .map((row) => ({ row, place: random.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ row }) => row),
        ),
      wrap: fc.constantFrom(...WRAPS),
    }),
  );
}

function isSame<Row>(made: fc.Arbitrary<Row[]>, read: (list: unknown) => unknown): void {
  fc.assert(
    fc.property(twoWays(made), ({ list, other, wrap }) => {
      expect(read(wrap(other))).toEqual(read(list));
    }),
  );
}

test('sessions of Olie, also with older rows of the same sessions', () => {
  const sessions = rows.map((all) =>
    all.flatMap(({ id, second }) => {
      const row = { ...timer.recent_executions[0], id, started_at: at(second) };
      const finished = { ...row, finished_at: at(second + 50_000), finished_at_real: null };
      return [
        { ...finished, finished_at: null },
        { ...finished, finished_at: at(second + 10) },
        { ...finished, project: { name: 'Renamed' } },
        finished,
      ];
    }),
  );
  isSame(sessions, (list) =>
    parseTimer({ ...timer, recent_executions: list }, ANSWERED_AT_MS, 'asked'),
  );
});

test('events of B3OS', () => {
  const events = rows.map((all) =>
    all.map(({ id, second }) => ({
      id: second % 3 === 0 ? '' : id,
      createdAt: at(second),
      title: `Step ${second}`,
    })),
  );
  isSame(events, (list) => parseWorkflow({ data: { id: 'e', events: list } }));
});

const runs = rows.map((all) =>
  all.flatMap(({ id, second }, index) => {
    const row = { id, startedAt: at(second), creditsUsed: 1.5, status: 'running' };
    // Each was called by the one before it, or by the first.
    const parentId = index === 0 ? null : `id-${index % 2 === 0 ? 0 : index - 1}`;
    return [
      { ...row, parentId, endedAt: null },
      { ...row, parentId, endedAt: at(second + 10), status: 'COMPLETED' },
      { ...row, parentId, endedAt: at(second + 10), status: 'failed' },
    ];
  }),
);

test('runs of Zaia, also with older rows of the same runs', () => {
  isSame(runs, (list) => parseRuns(list).runs);
});

describe('nestings of Zaia', () => {
  test('as lists that name the parents', () => {
    isSame(runs, parseNesting);
  });

  test('as trees', () => {
    const children = rows.map((all) =>
      all.map(({ id, second }) => ({ id, startedAt: at(second), children: [] })),
    );
    isSame(children, (list) => parseNesting({ id: 'root', startedAt: at(0), children: list }));
    isSame(children, (list) =>
      parseNesting({ data: { id: 'root', startedAt: at(0), nestings: list } }),
    );
  });

  /** Of a tree's rows, only those of a list name their parents. */
  const placesIn = (body: unknown) => {
    const { nodes, notShown } = parseNesting(body);
    return { notShown, nodes: nodes.map(({ parentId, ...node }) => node) };
  };

  test('a tree and its list are the same', () => {
    fc.assert(
      fc.property(runs, (list) => {
        const inside = (parent: string | null): unknown[] =>
          list
            .filter(({ parentId }) => parentId === parent)
            .map(({ parentId, ...run }) => ({ ...run, children: inside(run.id) }));
        const [root, ...again] = inside(null);
        const tree = again.length > 0 ? [root, ...again] : root;
        // Depth by depth, each row three times, grows fast.
        fc.pre(list.length <= 15);
        expect(placesIn(tree)).toEqual(placesIn(list));
      }),
    );
  });
});
