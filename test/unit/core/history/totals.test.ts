import { describe, expect, test } from 'vitest';
import { datesBetween } from '../../../../lib/core/history/calendar';
import { historyDays } from '../../../../lib/core/history/days';
import { mergedRecords } from '../../../../lib/core/history/merge';
import { missedIn } from '../../../../lib/core/history/missed';
import type { Records } from '../../../../lib/core/history/records';
import { topHours } from '../../../../lib/core/history/scale';
import { daysOfProject, totalsOf } from '../../../../lib/core/history/totals';
import { localMs, SAO_PAULO, session, told } from '../../../support/examples/example-history';

const NOW_MS = localMs('2026-03-20 12:00');

function days(from: string, to: string, ...answers: Records[]) {
  return historyDays(datesBetween(from, to), answers.reduce(mergedRecords), SAO_PAULO, NOW_MS);
}

const ofSite = { projectId: 'p-2', projectCode: 'SITE', projectName: '', hourlyRate: 60 };
const monday = session('a', '2026-03-09 09:00', '2026-03-09 12:00');
const tuesday = session('b', '2026-03-10 09:00', '2026-03-10 10:00');
const site = session('c', '2026-03-10 13:00', '2026-03-10 17:00', ofSite);

const WEEK = days(
  '2026-03-09',
  '2026-03-13',
  told('2026-03-09 23:50', [monday]),
  told('2026-03-10 23:50', [site, tuesday]),
  told('2026-03-11 23:50', []),
);

test('the days have together what each has, and their projects add up to it', () => {
  const { totalS, averageS, amount, projects, isPartial, isUnknown } = totalsOf(WEEK);
  expect(totalS).toBe(8 * 3600);
  expect(projects.map(({ project, seconds }) => [project?.code, seconds])).toEqual([
    ['AD-1', 4 * 3600],
    ['SITE', 4 * 3600],
  ]);
  // Over the two days with time.
  expect(averageS).toBe(4 * 3600);
  expect(amount).toBe(240);
  expect({ isPartial, isUnknown }).toEqual({ isPartial: false, isUnknown: false });
});

test('without any time there is no average, and no amount', () => {
  expect(totalsOf(WEEK.slice(2))).toMatchObject({ totalS: 0, averageS: null, amount: null });
});

test('of one project there is its own time only', () => {
  const ofProject = daysOfProject(WEEK, 'p-2');
  expect(ofProject.map(({ totalS }) => totalS)).toEqual([0, 4 * 3600, 0, 0, 0]);
  expect(ofProject.flatMap(({ parts }) => parts.map((part) => part.session.id))).toEqual(['c']);
  expect(totalsOf(ofProject)).toMatchObject({ totalS: 4 * 3600, amount: 240 });
});

test('a project without time is none of theirs, nor is what no session explains of any project', () => {
  const begun = session('d', '2026-03-12 17:00', '2026-03-12 17:00', ofSite);
  const [day] = days('2026-03-12', '2026-03-12', told('2026-03-12 17:00', [begun]));
  expect(day?.projects).toHaveLength(1);
  expect(totalsOf(day ? [day] : []).projects).toEqual([]);
  const more = told('2026-03-12 23:50', [site], { totalS: 7200 });
  expect(daysOfProject(days('2026-03-12', '2026-03-12', more), 'p-2')).toMatchObject([
    { totalS: 0, projects: [], parts: [] },
  ]);
});

test('a day whose end was not seen makes the sum "at least", one that nobody saw does not', () => {
  const [early, ...later] = days('2026-03-09', '2026-03-11', told('2026-03-09 15:30', [monday]));
  expect(totalsOf(early ? [early] : []).isPartial).toBe(true);
  expect(totalsOf(early ? [early, ...WEEK.slice(1)] : []).isPartial).toBe(true);
  expect(totalsOf(later)).toMatchObject({ isPartial: false, isUnknown: true });
});

describe('when the browser was not there', () => {
  const asked = (...times: string[]) => times.map((at) => told(`2026-03-09 ${at}`, [monday]));
  const minutes = (atMs: number | null) =>
    atMs === null ? null : (atMs - localMs('2026-03-09 00:00')) / 60_000;
  test.each([
    ['in the morning: the first answer tells what was before it', asked('23:50'), []],
    ['for some time in between', asked('13:00', '23:50'), [[780, 1430]]],
    ['after its last answer', asked('13:00'), [[780, null]]],
    [
      'in between, and at the end',
      asked('13:00', '15:00'),
      [
        [780, 900],
        [900, null],
      ],
    ],
  ] as const)('%s', (_, answers, missed) => {
    const [day] = days('2026-03-09', '2026-03-09', ...answers);
    const found = day && missedIn(day).map(({ fromMs, toMs }) => [minutes(fromMs), minutes(toMs)]);
    expect(found).toEqual(missed);
  });

  test('all day, if only a later answer tells of it', () => {
    const night = session('n', '2026-03-09 20:00', '2026-03-10 02:00');
    const [day] = days('2026-03-09', '2026-03-09', told('2026-03-10 23:50', [night]));
    expect(day && missedIn(day)).toEqual([{ fromMs: null, toMs: null }]);
  });
});

test.each([
  [0, 1],
  [3600, 1],
  [3601, 2],
  [8 * 3600, 8],
  [9 * 3600, 10],
  [24 * 3600, 24],
  [30 * 3600, 30],
])('%d seconds have room in a picture of %d hours', (mostS, hours) => {
  expect(topHours(mostS)).toBe(hours);
});
