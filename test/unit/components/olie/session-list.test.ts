import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../lib/core/olie/timer';
import { ANSWERED_AT_MS, exampleTimer } from '../../../support/examples/example-timer';
import { exampleSituation, popupHtml, textOf } from '../../../support/examples/popup-markup';

const DAY_MS = 86_400_000;

/** So many sessions of one minute each, on a day before that of the documented timer. */
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

const earlier = (daysBefore: number, count: number) => ({
  startMs: ANSWERED_AT_MS - daysBefore * DAY_MS,
  answeredAtMs: ANSWERED_AT_MS,
  sessions: sessions(count, daysBefore),
});

const rowsIn = (html: string) => html.split('<li class="row"').length - 1;

describe('of more sessions than are in sight', () => {
  test.each([
    ['one day', exampleTimer({ recent: sessions(200) }), 20],
    [
      'several days',
      exampleTimer({ recent: sessions(5), earlier: [earlier(1, 7), earlier(2, 9)] }),
      20,
    ],
    ['no more than that', exampleTimer({ recent: sessions(5), earlier: [earlier(1, 7)] }), 12],
  ])('of %s, the first are drawn', (_, timer, drawn) => {
    expect(rowsIn(popupHtml(exampleSituation({ timer })))).toBe(drawn);
  });

  test('the heading counts all of the day, and days that are out of sight have none', () => {
    const timer = exampleTimer({ recent: sessions(90), earlier: [earlier(1, 7)] });
    const text = textOf(popupHtml(exampleSituation({ timer })));
    expect(text).toMatch(/Recent sessions +1:30:00/);
    expect(text).not.toContain('Thursday');
  });
});
