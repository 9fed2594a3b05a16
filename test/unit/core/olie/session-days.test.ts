import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { secondsWithin, sessionDays } from '../../../../lib/core/olie/session-days';
import type { DayOfSessions } from '../../../../lib/core/olie/sessions';
import type { Session } from '../../../../lib/core/olie/timer';
import { type Day, dayAt } from '../../../../lib/core/time/day';
import { seeded } from '../../../support/examples/arbitrary';
import { documented } from '../../../support/examples/documented-timer';

beforeAll(() => {
  seeded();
});

const DAY_S = 86_400;
const at = (iso: string) => Date.parse(iso);
const TODAY = dayAt(at('2026-03-13T12:00:00Z'), 'America/Sao_Paulo');

function session(id: string, start: string | number, finish: string | number): Session {
  const [model] = documented.recent;
  if (model === undefined) throw new Error('The documented example has sessions');
  const ms = (time: string | number) => (typeof time === 'string' ? at(`2026-03-${time}Z`) : time);
  return { ...model, id, startedAtMs: ms(start), finishedAtMs: ms(finish) };
}
const earlierDay = (date: string, ...sessions: Session[]): DayOfSessions => ({
  startMs: at(`2026-03-${date}T03:00:00Z`),
  answeredAtMs: 0,
  sessions,
});
/** Date, ids and seconds of each day. */
const told = (recent: Session[], earlier: DayOfSessions[] = [], today: Day = TODAY) =>
  sessionDays(recent, earlier, today).map(({ day, sessions }) => [
    new Date(day.startMs).toISOString().slice(5, 13),
    sessions.map(({ id }) => id).join(''),
    secondsWithin(day, sessions),
  ]);

const overnight = session('o', '13T01:00:00', '13T05:00:00');

test('a session over midnight counts in each day with its part', () => {
  const yesterday = earlierDay('12', session('y', '12T12:00:00', '12T13:00:00'));
  expect(told([session('t', '13T06:00:00', '13T07:00:00'), overnight], [yesterday])).toEqual([
    ['03-13T03', 'to', 3600 + 7200],
    ['03-12T03', 'oy', 7200 + 3600],
  ]);
});

test('it makes no day of its own of one that is not known', () => {
  expect(told([overnight])).toEqual([['03-13T03', 'o', 7200]]);
});

test('over several days it counts in each known one', () => {
  const long = session('l', '10T15:00:00', '13T04:00:00');
  const days = ['12', '11'].map((date) =>
    earlierDay(date, session(date, `${date}T04:00:00`, `${date}T05:00:00`)),
  );
  expect(told([long], days)).toEqual([
    ['03-13T03', 'l', 3600],
    ['03-12T03', 'l12', DAY_S + 3600],
    ['03-11T03', 'l11', DAY_S + 3600],
  ]);
});

test('what the last answer names of older days is under their dates, once', () => {
  const monday = session('m', '09T12:00:00', '09T13:00:00');
  const yesterday = session('y', '12T12:00:00', '12T13:00:00');
  const recent = [session('t', '13T06:00:00', '13T06:00:10'), yesterday, monday];
  expect(
    told(recent, [earlierDay('12', yesterday, session('z', '12T10:00:00', '12T10:00:05'))]),
  ).toEqual([
    ['03-13T03', 't', 10],
    ['03-12T03', 'yz', 3605],
    ['03-09T03', 'm', 3600],
  ]);
  expect(told([yesterday])).toEqual([
    ['03-13T03', '', 0],
    ['03-12T03', 'y', 3600],
  ]);
});

test('what ended at midnight is of the day before', () => {
  expect(told([session('e', '13T02:00:00', '13T03:00:00')])).toEqual([
    ['03-13T03', '', 0],
    ['03-12T03', 'e', 3600],
  ]);
});

describe('what is named twice counts once', () => {
  test('and the last answer, then the newer day, knows better', () => {
    const adjusted = session('a', '12T12:00:00', '12T12:30:00');
    const before = session('a', '12T12:00:00', '12T13:00:00');
    expect(told([adjusted], [earlierDay('12', before)])[1]).toEqual(['03-12T03', 'a', 1800]);
    const days = [earlierDay('12', adjusted), earlierDay('11', before)];
    expect(told([], days)[1]).toEqual(['03-12T03', 'a', 1800]);
  });

  test('but not what has no id', () => {
    const nameless = session('', '12T12:00:00', '12T13:00:00');
    expect(told([], [earlierDay('12', nameless, nameless)])[1]).toEqual(['03-12T03', '', 7200]);
  });
});

test('a day that is remembered before it is over is not told', () => {
  const today = { ...earlierDay('13', session('x', '13T06:00:00', '13T07:00:00')) };
  expect(told([], [today])).toEqual([['03-13T03', '', 0]]);
});

test('each remembered day has the times of its own midnight', () => {
  const fixed: Day = { ...TODAY, zone: { kind: 'fixed', offsetMs: -5 * 3_600_000 } };
  const today = {
    ...fixed,
    startMs: at('2026-11-02T05:00:00Z'),
    endMs: at('2026-11-03T05:00:00Z'),
  };
  const start = at('2026-11-01T04:00:00Z');
  const one = session('s', start + 1000, start + 2000);
  const [, day] = sessionDays([], [{ startMs: start, answeredAtMs: 0, sessions: [one] }], today);
  expect(day?.day).toMatchObject({ startMs: start, zone: { offsetMs: -4 * 3_600_000 } });
});

test('every second of every session is in one day at most, and all are told', () => {
  const sessions = fc.array(
    fc
      .tuple(fc.integer({ min: -6 * DAY_S, max: DAY_S }), fc.nat(30 * 3600))
      .map(([startS, lengthS]) =>
        session('', TODAY.startMs + startS * 1000, TODAY.startMs + (startS + lengthS) * 1000),
      ),
    { maxLength: 12 },
  );
  const named = (all: Session[]) => all.map((one, index) => ({ ...one, id: String(index) }));
  fc.assert(
    fc.property(sessions, fc.subarray(['12', '11', '10', '08']), (all, dates) => {
      const recent = named(all);
      const days = sessionDays(
        recent,
        dates.map((date) => earlierDay(date)),
        TODAY,
      );
      const ids = new Set(days.flatMap((one) => one.sessions.map(({ id }) => id)));
      expect(ids.size).toBe(recent.length);
      days.forEach(({ day }, index) => {
        expect(day.endMs).toBeLessThanOrEqual(days[index - 1]?.day.startMs ?? TODAY.endMs);
      });
      for (const one of recent) {
        const parts = days.map(({ day, sessions: its }) =>
          secondsWithin(
            day,
            its.filter(({ id }) => id === one.id),
          ),
        );
        const wholeS = (one.finishedAtMs - one.startedAtMs) / 1000;
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(wholeS);
        // Of today, all of it.
        const ofToday = secondsWithin(TODAY, [one]);
        expect(parts[0]).toBe(ofToday);
      }
    }),
  );
});
