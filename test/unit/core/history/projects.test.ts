import { describe, expect, test } from 'vitest';
import type { SessionPart } from '../../../../lib/core/history/days';
import { hashOf, viewOf } from '../../../../lib/core/history/period';
import { projectTimes, shares, summed, sumOf } from '../../../../lib/core/history/projects';
import { session, told } from '../../../support/examples/example-history';

test.each([
  [[3, 1], 8, [6, 2]],
  [[1, 1, 1], 10, [3, 4, 3]],
  [[0, 0], 5, [0, 5]],
  [[2, 2], 0, [0, 0]],
  [[], 0, []],
])('%j share %i as %j', (seconds, totalS, shared) => {
  expect(shares(seconds, totalS)).toEqual(shared);
});

test.each([
  ['rounding', 5 * 3600 + 30, 500.83],
  ['sessions that were counted otherwise', 2.5 * 3600, 250],
  ['as it is', 5 * 3600, 500],
  ['nothing', 0, 0],
])('what was earned follows the time that counts: %s', (_, totalS, earned) => {
  const known = told('2026-03-13 23:59', [session('a', '2026-03-13 09:00', '2026-03-13 14:00')]);
  const parts = known.sessions.map(
    (one): SessionPart => ({
      ...{ session: { ...one, hourlyRate: 100 }, fromMs: one.startedAtMs, toMs: one.finishedAtMs },
      seconds: 5 * 3600,
    }),
  );
  const [first] = projectTimes(parts, totalS);
  expect(first?.seconds).toBe(totalS);
  expect(first?.amount).toBeCloseTo(earned, 2);
});

/** A part of so many seconds of a day, of the project with that code. */
function part(code: string, seconds: number, patch: Partial<SessionPart['session']> = {}) {
  const work = { projectId: code, projectCode: code, projectName: '' };
  const { sessions } = told('2026-03-13 23:59', [
    session('a', '2026-03-13 09:00', '2026-03-13 14:00', work),
  ]);
  return sessions.map(
    (one): SessionPart => ({
      ...{ session: { ...one, ...patch }, fromMs: one.startedAtMs, toMs: one.finishedAtMs },
      seconds,
    }),
  );
}
const rows = (times: ReturnType<typeof summed>) =>
  times.map(({ project, seconds }) => [project?.code ?? null, seconds]);

describe('a difference from the total', () => {
  const two = [...part('A', 130), ...part('B', 100)];
  test.each([
    [
      'a minute more is of the largest',
      290,
      [
        ['A', 190],
        ['B', 100],
      ],
    ],
    [
      'more than that is unexplained',
      291,
      [
        ['A', 130],
        ['B', 100],
        [null, 61],
      ],
    ],
    [
      'a minute less is of the largest, which may be so no more',
      170,
      [
        ['B', 100],
        ['A', 70],
      ],
    ],
    [
      'more than that is of each',
      115,
      [
        ['A', 65],
        ['B', 50],
      ],
    ],
    [
      'nothing at all',
      0,
      [
        ['A', 0],
        ['B', 0],
      ],
    ],
  ])('%s', (_, totalS, times) => {
    expect(rows(projectTimes(two, totalS))).toEqual(times);
  });

  test('takes from none more than it has', () => {
    const short = [...part('A', 30), ...part('B', 20)];
    expect(rows(projectTimes(short, 20))).toEqual([
      ['B', 20],
      ['A', 0],
    ]);
    expect(rows(projectTimes(short, 10))).toEqual([
      ['A', 6],
      ['B', 4],
    ]);
  });

  test('leaves most time first, also where rounding gives one second to another', () => {
    const three = [...part('A', 100), ...part('B', 100), ...part('C', 100)];
    expect(rows(projectTimes(three, 100))).toEqual([
      ['B', 34],
      ['A', 33],
      ['C', 33],
    ]);
  });
});

test('what was earned in no time is nothing', () => {
  const [begun] = projectTimes(part('A', 0, { hourlyRate: 100 }), 30);
  expect(begun).toMatchObject({ seconds: 30, amount: 0 });
});

describe('several days', () => {
  const none = (seconds: number) => ({ project: null, seconds, amount: null });

  test('have each project once, and last what no session explains, however long it is', () => {
    const [a, b] = [projectTimes(part('A', 3600), 3600), projectTimes(part('B', 5400), 5400)];
    const times = [
      ['B', 5400],
      ['A', 3600],
      [null, 9100],
    ];
    expect(rows(summed([none(9000), ...a, none(100), ...b]))).toEqual(times);
    expect(rows(summed([...b, ...a, none(9000), none(100)]))).toEqual(times);
    expect(rows(summed([...a, none(9100), ...b]))).toEqual(times);
  });

  test('have what was last expected of a project, and nothing if nothing was', () => {
    const expected = (seconds: number, toldAtMs: number) => ({ seconds, toldAtMs });
    const day = (patch: Partial<SessionPart['session']>) => projectTimes(part('A', 60, patch), 60);
    const [before, after] = [expected(3600, 1), expected(7200, 2)];
    const days = [...day({ expected: before }), ...day({ expected: after }), ...day({})];
    expect(summed(days)).toMatchObject([{ seconds: 180, expected: after }]);
    expect(summed(days.toReversed())).toMatchObject([{ expected: after }]);
    expect(summed([...day({}), ...day({})]).map((one) => 'expected' in one)).toEqual([false]);
    expect(day({}).map((one) => 'expected' in one)).toEqual([false]);
  });
});

test.each([
  [null, null, null],
  [null, 5, 5],
  [5, null, 5],
  [2, 3, 5],
])('%j and %j earned are %j', (a, b, sum) => {
  expect(sumOf(a, b)).toBe(sum);
});

test('work whose project nobody named can be chosen by the address, as any other', () => {
  const nameless = { projectId: '', projectCode: '', projectName: '' };
  const [time] = projectTimes(part('', 60, nameless), 60);
  const project = time?.project?.key ?? null;
  const period = { kind: 'week', from: '2026-03-09' } as const;
  expect(viewOf(hashOf({ period, project }), '2026-03-13', 1)).toEqual({ period, project });
  expect(project).not.toBeNull();
});
