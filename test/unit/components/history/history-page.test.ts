import { describe, expect, test } from 'vitest';
import { liveOf } from '../../../../lib/core/history/live';
import type { Period } from '../../../../lib/core/history/period';
import { localMs, PERSON, session, told } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE, timerSince } from '../../../support/examples/example-timer';
import { historyPage } from '../../../support/examples/history-markup';

const WEEK: Period = { kind: 'week', from: '2026-03-09' };
const DAY: Period = { kind: 'day', from: '2026-03-09' };

const morning = session('a', '2026-03-09 09:00', '2026-03-09 12:00');
const site = session('c', '2026-03-10 13:00', '2026-03-10 17:00', {
  projectId: 'p-2',
  projectCode: 'SITE',
  projectName: 'Novo site',
  hourlyRate: 60,
});
const answers = [told('2026-03-09 23:50', [morning]), told('2026-03-10 23:50', [site])];

describe('a week', () => {
  const { texts, seconds, document } = historyPage({ period: WEEK, records: answers });

  test('has its total, its average and its amount', () => {
    expect(seconds('.cards .card')).toEqual([25_200, 12_600]);
    expect(texts('.cards dt')).toEqual(['Tracked', 'Average a day', 'Amount']);
    expect(texts('.cards .card:last-child p')).toEqual(['240.00']);
  });

  test('has its days, newest first, each with its date', () => {
    const dates = [...document.querySelectorAll('section[data-date]')].map((one) =>
      one.getAttribute('data-date'),
    );
    expect(dates.slice(-2)).toEqual(['2026-03-10', '2026-03-09']);
    expect(dates).toHaveLength(7);
    expect(texts('[data-date="2026-03-09"] .session')[0]).toMatch(
      /^9:00 AM +– +12:00 PM +AD-1 awdawd +· +tres · funil do abacaxi +3:00:00$/,
    );
  });

  test('shows a dash, and no 0:00, for days of which nothing is known', () => {
    expect(texts('[data-date="2026-03-12"] .total')).toEqual(['– unknown']);
    expect(seconds('[data-date="2026-03-12"]')).toEqual([]);
  });

  test('has the numbers of its bars in a table', () => {
    expect(seconds('.chart table tr:nth-child(2)')).toEqual([14_400, 14_400, 0]);
    expect(seconds('.chart table tr:nth-child(3)')).toEqual([]);
    expect(seconds('.label')).toEqual([10_800, 14_400]);
    expect(document.querySelector('.plot')?.getAttribute('aria-hidden')).toBe('true');
  });

  test('has a row for each project, and what they come to', () => {
    expect(texts('.projects tbody tr').map((row) => row.replace(/ +/g, ' '))).toEqual([
      'SITE Novo site 4:00:00 57% 240.00',
      'AD-1 awdawd 3:00:00 43% –',
    ]);
    expect(seconds('.projects tfoot')).toEqual([25_200]);
  });
});

test('time that no session explains has a row of its own, in the table and in its day', () => {
  const more = told('2026-03-09 23:50', [morning], { totalS: 4 * 3600 });
  const { texts } = historyPage({ period: WEEK, records: [more] });
  expect(texts('.projects tbody tr').at(-1)).toMatch(/^Time without a known session +1:00:00 +25%/);
  expect(texts('.unexplained')).toEqual([
    expect.stringMatching(/^Time without a known session +1:00:00$/),
  ]);
});

test('a day whose end was not seen is "at least", and so is its week', () => {
  const early = told('2026-03-09 15:30', [morning]);
  const { texts, text } = historyPage({ period: WEEK, records: [early] });
  expect(texts('[data-date="2026-03-09"] .total')).toEqual([
    expect.stringMatching(/^at least +3:/),
  ]);
  expect(texts('.cards .number')[0]).toMatch(/^at least +3:00:00$/);
  expect(texts('.label')[0]).toMatch(/^≥/);
  expect(text).toContain('This browser did not ask from 3:30 PM on.');
  expect(text).toContain('It did not see the end of March 9: there it is at least what is shown.');
  expect(texts('.projects tfoot th')).toEqual(['Total, at least']);
});

test('so are the average and the amount of such a week', () => {
  const early = told('2026-03-10 18:00', [site]);
  const { texts } = historyPage({ period: WEEK, records: [early] });
  expect(texts('.cards .number').slice(1)).toEqual([
    expect.stringMatching(/^at least +4:00:00$/),
    expect.stringMatching(/^at least +240\.00$/),
  ]);
});

test('the shares of projects add up to 100 %', () => {
  const each = ['09', '10', '11'].map((hour, index) =>
    session(hour, `2026-03-09 ${hour}:00`, `2026-03-09 ${hour}:30`, {
      ...{ projectId: `p-${index}`, projectCode: '', projectName: hour },
    }),
  );
  const { texts } = historyPage({ period: WEEK, records: [told('2026-03-09 23:50', each)] });
  const all = texts('.projects tbody .share').map((text) => Number.parseInt(text, 10));
  expect(all.toSorted()).toEqual([33, 33, 34]);
});

test('an adjusted session has its recorded times', () => {
  const adjusted = { ...morning, recordedFinishMs: localMs('2026-03-09 11:51') };
  const { texts } = historyPage({ period: WEEK, records: [told('2026-03-09 23:50', [adjusted])] });
  expect(texts('.session')[0]).toMatch(/adjusted; originally +9:00 AM +– +11:51 AM/);
});

test('a session that was running when it was last seen may have ended later', () => {
  const timer = timerSince('2026-03-09T18:00:00Z', { answeredAtMs: localMs('2026-03-09 16:00') });
  const { records } = liveOf(timer, null, localMs('2026-03-09 16:00'), PERSON, EXAMPLE_ZONE);
  const { texts } = historyPage({ period: DAY, records: [records] });
  expect(texts('.session .times')[0]).toMatch(/^3:00 PM +– +4:00 PM or later$/);
});

describe('while a timer runs', () => {
  const nowMs = localMs('2026-03-13 19:00');
  const timer = timerSince('2026-03-13T21:00:00Z', {
    answeredAtMs: localMs('2026-03-13 18:30'),
    totalS: 1800,
    idleS: 64_800,
  });
  const live = liveOf(timer, null, nowMs, PERSON, EXAMPLE_ZONE);
  const options = { period: WEEK, records: answers, live, now: '2026-03-13 19:00' };

  test('it is part of today, of the week and of its project', () => {
    const { seconds, texts } = historyPage(options);
    expect(seconds('[data-date="2026-03-13"] .total')).toEqual([3600]);
    expect(seconds('.cards .card:first-child')).toEqual([25_200 + 3600]);
    expect(seconds('.projects tbody tr')).toEqual([14_400, 14_400]);
    expect(texts('.session .times')[0]).toBe('since 6:00 PM');
  });

  test('there are no days to come, and no way to them', () => {
    const { document } = historyPage(options);
    expect(document.querySelectorAll('section[data-date]')).toHaveLength(5);
    expect(document.querySelector('.next')?.getAttribute('aria-disabled')).toBe('true');
    expect(document.querySelectorAll('.foot')).toHaveLength(7);
  });

  test('it counts on, and what it is no part of stands', () => {
    const { seconds } = historyPage({ ...options, laterS: 10 });
    expect(seconds('[data-date="2026-03-13"] .total')).toEqual([3610]);
    expect(seconds('[data-date="2026-03-10"] .total')).toEqual([14_400]);
    expect(seconds('.cards .card:first-child')).toEqual([28_810]);
    expect(seconds('.projects tbody tr')).toEqual([14_410, 14_400]);
    expect(seconds('[data-date="2026-03-13"] .session >')).toEqual([3610]);
    const before = historyPage({
      ...options,
      period: { kind: 'day', from: '2026-03-10' },
      laterS: 10,
    });
    expect(before.seconds('.cards .card:first-child')).toEqual([14_400]);
    const other = historyPage({ ...options, project: 'p-2', laterS: 10 });
    expect(other.seconds('.cards .card:first-child')).toEqual([14_400]);
  });

  test('another project does not count it', () => {
    const { seconds } = historyPage({ ...options, project: 'p-2' });
    expect(seconds('.cards .card:first-child')).toEqual([14_400]);
  });
});

test.each([
  [WEEK, '40:00:00', '18%'],
  [DAY, '8:00:00', '38%'],
] as const)('the goal of %o is %s', (period, goal, share) => {
  const goals = { dailyGoalS: 8 * 3600, weeklyGoalS: 40 * 3600 };
  const { texts, document } = historyPage({ period, records: answers, goals });
  expect(texts('.cards .card:first-child p')[1]).toMatch(new RegExp(`^of +${goal}$`));
  const width = document.querySelector('.reached span')?.getAttribute('style') ?? '';
  expect(`${Math.round(Number.parseFloat(width.replace('width:', '')))}%`).toBe(share);
});

test('a month has no goal of its own, and a project has none', () => {
  const goals = { dailyGoalS: 8 * 3600, weeklyGoalS: 40 * 3600 };
  const month: Period = { kind: 'month', from: '2026-03-01' };
  expect(historyPage({ period: month, records: answers, goals }).html).not.toContain('reached');
  const ofProject = historyPage({ period: WEEK, project: 'p-2', records: answers, goals });
  expect(ofProject.html).not.toContain('reached');
  expect(ofProject.html).not.toContain('class="goal"');
});

test('hostile names are texts, and each keeps its direction to itself', () => {
  const name = '<img src=x onerror=alert(1)>\u202E';
  const hostile = session('h', '2026-03-09 09:00', '2026-03-09 12:00', { projectName: name });
  const { document } = historyPage({
    period: WEEK,
    records: [told('2026-03-09 23:50', [hostile])],
  });
  expect(document.querySelector('img')).toBeNull();
  const places = [...document.querySelectorAll('bdi')].filter((one) =>
    one.textContent?.includes(name),
  );
  // The table of the bars, the table of the projects, and the session.
  expect(places).toHaveLength(3);
});
