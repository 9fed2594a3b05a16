import { describe, expect, test } from 'vitest';
import { dayLeftBehind, newest, parseEarlierDays } from '../../../../lib/core/olie/sessions';
import type { Session } from '../../../../lib/core/olie/timer';
import { documented } from '../../../support/examples/documented-timer';
import { ANSWERED_AT_MS, exampleTimer } from '../../../support/examples/example-timer';

const DAY_MS = 86_400_000;
/** The documented day's midnight. */
const MIDNIGHT_MS = Date.parse('2026-03-13T03:00:00Z');

function session(id: string, finishedAtMs: number): Session {
  const [first] = documented.recent;
  if (first === undefined) throw new Error('The documented example has sessions');
  return { ...first, id, startedAtMs: finishedAtMs - 1000, finishedAtMs };
}

describe('the day after', () => {
  const tomorrow = exampleTimer({
    answeredAtMs: ANSWERED_AT_MS + DAY_MS,
    recent: [session('new', ANSWERED_AT_MS + DAY_MS)],
  });

  test('the sessions of the day before are remembered', () => {
    expect(dayLeftBehind(documented, tomorrow, 0)).toEqual({
      startMs: MIDNIGHT_MS,
      answeredAtMs: ANSWERED_AT_MS,
      sessions: documented.recent,
    });
  });

  test('a day on which nothing ended is not remembered', () => {
    expect(dayLeftBehind(exampleTimer({ recent: [] }), tomorrow, 0)).toBeNull();
  });
});

test('within a day the newest answer is the whole truth: what was deleted is gone', () => {
  const fresh = exampleTimer({ recent: documented.recent.slice(1) });
  expect(dayLeftBehind(documented, fresh, 0)).toBeNull();
});

test('where the answers do not say when their day began, somebody else does', () => {
  const without = { totalS: null, idleS: null };
  const fresh = exampleTimer({ ...without, recent: [] });
  expect(dayLeftBehind(documented, fresh, MIDNIGHT_MS)).toBeNull();
  expect(dayLeftBehind(documented, fresh, MIDNIGHT_MS + DAY_MS)).not.toBeNull();
});

test.each([
  ['the known one', exampleTimer({ totalS: null }), exampleTimer()],
  ['the fresh one', documented, exampleTimer({ totalS: null })],
  ['neither', exampleTimer({ totalS: null }), exampleTimer({ totalS: null })],
])(
  "yesterday's sessions are remembered where %s does not say when its day began",
  (_, known, fresh) => {
    for (const days of [1, 3]) {
      const shiftMs = days * DAY_MS;
      const later = { ...fresh, answeredAtMs: ANSWERED_AT_MS + shiftMs, recent: [] };
      expect(dayLeftBehind(known, later, MIDNIGHT_MS + shiftMs)).toEqual({
        startMs: MIDNIGHT_MS,
        answeredAtMs: ANSWERED_AT_MS,
        sessions: documented.recent,
      });
    }
  },
);

describe('stored earlier days', () => {
  const day = { startMs: MIDNIGHT_MS, answeredAtMs: ANSWERED_AT_MS, sessions: documented.recent };
  const stored = { connectionId: 'a', days: [day, { ...day, startMs: MIDNIGHT_MS - DAY_MS }] };

  test('are read as they were', () => {
    expect(parseEarlierDays(JSON.parse(JSON.stringify(stored)), 'a')).toEqual(stored);
  });

  test('of another connection are none', () => {
    expect(parseEarlierDays(stored, 'b')).toEqual({ connectionId: 'b', days: [] });
  });

  test.each([
    undefined,
    null,
    'days',
    [],
    {},
    { connectionId: 'a' },
    { connectionId: 'a', days: 7 },
  ])('that cannot be read are none: %j', (unreadable) => {
    expect(parseEarlierDays(unreadable, 'a')).toEqual({ connectionId: 'a', days: [] });
  });
});

test('of an answer with ten thousand sessions the two hundred newest are kept', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => session(String(index), index));
  const kept = newest(many);
  expect(kept).toHaveLength(200);
  expect(kept[0]?.id).toBe('9999');
  expect(kept.at(-1)?.id).toBe('9800');
});

test('of a broken list a thousand days and sessions are looked at', () => {
  const sessions = Array.from({ length: 1001 }, (_, index) => session('', index));
  const day = { startMs: 0, answeredAtMs: 0, sessions };
  const days = [day, ...Array.from({ length: 1000 }, () => ({ ...day, sessions: [] }))];
  const read = parseEarlierDays({ connectionId: 'a', days }, 'a').days;
  expect(read).toHaveLength(1000);
  expect(read[0]?.sessions).toEqual(sessions.slice(0, 1000));
});

describe('a stored day or session that cannot be read costs no other', () => {
  const [session] = exampleTimer().recent;
  const day = { startMs: 0, answeredAtMs: 1, sessions: [session] };
  const parsed = (...days: unknown[]) => parseEarlierDays({ connectionId: 'a', days }, 'a').days;

  test.each([null, 7, 'day', [], {}, { ...day, startMs: 'x' }, { ...day, sessions: 7 }])(
    'the day %j',
    (broken) => {
      expect(parsed(broken, day, broken)).toEqual([day]);
    },
  );

  test.each([null, 7, {}, { ...session, startedAtMs: null }, { ...session, id: 7 }])(
    'the session %j',
    (broken) => {
      const sessions = [broken, session, broken];
      expect(parsed({ ...day, sessions })).toEqual([day]);
    },
  );
});
