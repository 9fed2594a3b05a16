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
    ['all of 12 sessions', exampleTimer({ recent: sessions(5), earlier: [earlierDay(1, 7)] }), 12],
    ['only 20 of 200 sessions', exampleTimer({ recent: sessions(200) }), 20],
    [
      'only 20 of 21 sessions from several days',
      exampleTimer({ recent: sessions(5), earlier: [earlierDay(1, 7), earlierDay(2, 9)] }),
      20,
    ],
  ])('has %s', (_, timer, drawn) => {
    expect(rowsIn(popupHtml(exampleSituation({ timer })))).toBe(drawn);
  });

  test('has the total of all sessions of a day, and no heading for days without a drawn row', () => {
    const timer = exampleTimer({ recent: sessions(90), earlier: [earlierDay(1, 7)] });
    const text = textOf(popupHtml(exampleSituation({ timer })));
    expect(text).toMatch(/Recent sessions +1:30:00/);
    expect(text).not.toContain('Thursday');
  });
});
