import { describe, expect, test } from 'vitest';
import type { DayOfSessions } from '../../../../lib/core/olie/sessions';
import type { Session } from '../../../../lib/core/olie/timer';
import { workflowFeed } from '../../../support/examples/example-feed';
import { exampleSituation } from '../../../support/examples/example-situation';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';
import { popupHtml, SECTIONS, textOf, timesOf } from '../../../support/examples/popup-markup';

const DAY_MS = 86_400_000;
/** Of the documented answer's day. */
const MIDNIGHT_MS = Date.parse('2026-03-13T03:00:00Z');

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

/** A day that was watched to its end. */
const earlierDay = (daysBefore: number, count: number) => ({
  startMs: MIDNIGHT_MS - daysBefore * DAY_MS,
  answeredAtMs: MIDNIGHT_MS - (daysBefore - 1) * DAY_MS - 60_000,
  sessions: sessions(count, daysBefore),
});

/** The headings of the lists of sessions. */
const headings = (html: string) =>
  html
    .slice(html.indexOf('</section>', html.indexOf('class="week"')))
    .split('<h2 class="heading">')
    .slice(1)
    .map((part) => textOf(part.split('</span>')[0] ?? '').trim());
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
    const html = popupHtml(situation, { earlier: [earlierDay(1, 7)] });
    expect(textOf(html)).toMatch(/Sessions today +1:30:00/);
    expect(headings(html)).toEqual(['Sessions today']);
  });
});

test('earlier days come last: there are more and more of them as one scrolls', () => {
  const situation = exampleSituation({ timer: exampleTimer({ recent: sessions(2) }) });
  const shown = { earlier: [earlierDay(1, 2)], others: [workflowFeed()], sections: SECTIONS };
  const text = textOf(popupHtml(situation, shown));
  expect(text).toMatch(/Sessions today.*Workflows.*Thursday, March 12/);
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
  expect(textOf(first)).toMatch(/Sessions today +0:12:00/);
  expect(first).not.toContain('<ul class="visually-hidden">');
  expect(popupHtml(situation)).toContain('<ul class="visually-hidden">');
});

describe('a session of another day', () => {
  const [model] = exampleTimer().recent;
  const session = (id: string, start: string, finish: string): Session => {
    if (model === undefined) throw new Error('The documented timer has sessions');
    const [startedAtMs, finishedAtMs] = [Date.parse(start), Date.parse(finish)];
    return { ...model, id, startedAtMs, finishedAtMs, recordedFinishMs: null };
  };
  const overnight = session('o', '2026-03-13T02:00:00Z', '2026-03-13T05:00:00Z');
  const older = session('m', '2026-03-09T12:00:00Z', '2026-03-09T13:00:00Z');
  const textWith = (recent: Session[], earlier: DayOfSessions[] = []) => {
    const timer = exampleTimer({ current: null, recent });
    return textOf(popupHtml(exampleSituation({ kind: 'stopped', timer }), { earlier }));
  };

  test('that went on over midnight says when it began, and counts with its part', () => {
    const text = textWith([overnight]);
    expect(text).toMatch(/Sessions today +2:00:00/);
    expect(text).toMatch(/Thu, Mar 12, +11:00 PM +– +2:00 AM/);
  });

  test('is in the list of the day before too, with the other part', () => {
    const before = {
      startMs: Date.parse('2026-03-12T03:00:00Z'),
      answeredAtMs: Date.parse('2026-03-13T02:59:00Z'),
      sessions: [session('y', '2026-03-12T12:00:00Z', '2026-03-12T13:00:00Z')],
    };
    const text = textWith([overnight], [before]);
    expect(text).toMatch(/Thursday, March 12 +2:00:00/);
    expect(text).toMatch(/11:00 PM +– +Fri, Mar 13, +2:00 AM/);
  });

  test('has in each list the length of its part: the rows add up to their heading', () => {
    const html = popupHtml(
      exampleSituation({
        kind: 'stopped',
        timer: exampleTimer({ current: null, recent: [overnight] }),
      }),
    );
    const rows = html.split('<li class="row"').slice(1);
    const lengths = rows.map((row) => /\d:\d\d:\d\d/.exec(textOf(row))?.[0]);
    expect(lengths).toEqual(['2:00:00', '1:00:00']);
  });

  test('that the last answer names is under its date', () => {
    const text = textWith([session('t', '2026-03-13T12:00:00Z', '2026-03-13T12:30:00Z'), older]);
    expect(text).toMatch(/Sessions today +0:30:00/);
    // Nothing else is known of that day.
    expect(text).toMatch(/Monday, March 9 +at least +1:00:00/);
    expect(text).toMatch(/9:00 AM +– +10:00 AM/);
  });

  test('has no times either while the account hides them, although they were told then', () => {
    const before = {
      startMs: Date.parse('2026-03-12T03:00:00Z'),
      answeredAtMs: Date.parse('2026-03-13T02:59:00Z'),
      sessions: [session('y', '2026-03-12T12:00:00Z', '2026-03-12T13:00:00Z')],
    };
    const timer = exampleTimer({ current: null, recent: [], hidden: true });
    const situation = exampleSituation({ kind: 'stopped', timer });
    const html = popupHtml(situation, { earlier: [before] });
    expect(textOf(html)).toContain('Thursday, March 12');
    expect(rowsIn(html)).toBe(1);
    expect(timesOf(html).filter((time) => time.startsWith('PT'))).toEqual([]);
    expect(textOf(html)).not.toMatch(/9:00 AM/);
  });

  test('that ran over midnight and still runs has no end in the list of the day before', () => {
    const current = exampleExecution({ startedAtMs: Date.parse('2026-03-13T02:00:00Z') });
    const timer = exampleTimer({ current, recent: [] });
    expect(textOf(popupHtml(exampleSituation({ timer })))).toMatch(
      /11:00 PM +– +Fri, Mar 13, +6:17 PM +or later/,
    );
  });

  test('is told by the picture of the day with its date', () => {
    expect(textWith([overnight])).toMatch(/Thursday, March 12, 11:00 PM/);
  });
});

test('an account that hides times hides those of earlier days too', () => {
  const timer = exampleTimer({ recent: sessions(2), hidden: true });
  const html = popupHtml(exampleSituation({ timer }), { earlier: [earlierDay(1, 3)] });
  expect(rowsIn(html)).toBe(5);
  expect(textOf(html)).not.toMatch(/\d:\d\d/);
});
