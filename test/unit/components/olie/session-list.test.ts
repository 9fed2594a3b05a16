import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../lib/core/olie/timer';
import { ANSWERED_AT_MS, exampleTimer } from '../../../support/examples/example-timer';
import { exampleSituation, popupHtml, textOf } from '../../../support/examples/popup-markup';

const DAY_MS = 86_400_000;

/** Sessions of one minute each. */
function sessions(count: number, daysBefore = 0): Session[] {
  const [model] = exampleTimer().recent;
  if (model === undefined) throw new Error('The documented timer has sessions');
  return Array.from({ length: count }, (_, index) => {
    const startedAtMs = ANSWERED_AT_MS - daysBefore * DAY_MS - index * 60_000;
    return {
      ...model,
      id: `${daysBefore}-${index}`,
      startedAtMs,
      finishedAtMs: startedAtMs + 60_000,
    };
  });
}

const earlierDay = (daysBefore: number, count: number) => ({
  startMs: ANSWERED_AT_MS - daysBefore * DAY_MS,
  answeredAtMs: ANSWERED_AT_MS,
  sessions: sessions(count, daysBefore),
});

const rowsIn = (html: string) => html.split('<li class="row"').length - 1;

describe('the first drawing', () => {
  test.each([
    ['all of 12 sessions', sessions(5), [earlierDay(1, 7)], 12],
    ['only 20 of 200 sessions', sessions(200), [], 20],
    [
      'only 20 of 21 sessions from several days',
      sessions(5),
      [earlierDay(1, 7), earlierDay(2, 9)],
      20,
    ],
  ])('has %s', (_, recent, earlier, drawn) => {
    const situation = exampleSituation({ timer: exampleTimer({ recent }) });
    expect(rowsIn(popupHtml(situation, { earlier }))).toBe(drawn);
  });

  test('has the total of all sessions of a day, and no heading for days without a drawn row', () => {
    const situation = exampleSituation({ timer: exampleTimer({ recent: sessions(90) }) });
    const text = textOf(popupHtml(situation, { earlier: [earlierDay(1, 7)] }));
    expect(text).toMatch(/Recent sessions +1:30:00/);
    expect(text).not.toContain('Thursday');
  });
});

test('a session of today that an earlier day names too is listed once', () => {
  const recent = sessions(2);
  const earlier = [{ ...earlierDay(1, 1), sessions: [...recent, ...sessions(1, 1)] }];
  const situation = exampleSituation({ timer: exampleTimer({ recent }) });
  expect(rowsIn(popupHtml(situation, { earlier }))).toBe(3);
});

test('a day that is remembered already is not listed before it is over', () => {
  const situation = exampleSituation({ timer: exampleTimer({ recent: sessions(2) }) });
  const today = { ...earlierDay(0, 5), startMs: Date.parse('2026-03-13T03:00:00Z') };
  expect(rowsIn(popupHtml(situation, { earlier: [today] }))).toBe(2);
});

test('the first frame has only what is in sight, and nothing that is only read aloud', () => {
  const situation = exampleSituation({ timer: exampleTimer({ recent: sessions(12) }) });
  const first = popupHtml(situation, { isFirstFrame: true });
  expect(rowsIn(first)).toBe(5);
  expect(textOf(first)).toMatch(/Recent sessions +0:12:00/);
  expect(first).not.toContain('<ul class="visually-hidden">');
  expect(popupHtml(situation)).toContain('<ul class="visually-hidden">');
});
