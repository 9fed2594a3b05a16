import { describe, expect, test } from 'vitest';
import {
  dayRecordSchema,
  personIdOf,
  personSchema,
  sessionRecordSchema,
} from '../../../../lib/core/history/records';
import * as z from '../../../../lib/core/zod';
import { PERSON, session, told } from '../../../support/examples/example-history';

const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');
const { days, sessions } = told('2026-03-13 18:00', [MORNING]);
const ANA = { id: PERSON, name: 'Ana', connectionId: 'c-1', seenAtMs: 7 };

test('what was told is read as it was written', () => {
  expect(z.parse(dayRecordSchema, days[0])).toEqual(days[0]);
  expect(z.parse(sessionRecordSchema, sessions[0])).toEqual(sessions[0]);
  expect(z.parse(personSchema, ANA)).toEqual(ANA);
});

describe('a day cannot be read with', () => {
  test.each([
    { personId: 7 },
    { date: '2026-02-30' },
    { startMs: '2026-03-13' },
    { zone: { kind: 'named', timeZone: 'Moon/Base' } },
    { totalS: undefined },
    { idleS: 1e300 },
    { isHidden: null },
    { answeredAtMs: null },
    { completeAtMs: 'never' },
    { watched: [{ fromMs: 7 }] },
    { watched: [{ toMs: 7 }] },
  ])('%j', (patch) => {
    expect(z.safeParse(dayRecordSchema, { ...days[0], ...patch }).success).toBe(false);
  });
});

describe('a session cannot be read with', () => {
  test.each([
    { personId: null },
    { date: 'Friday' },
    { seenAtMs: Number.NaN },
    { isRunning: undefined },
    { projectId: 7 },
    { startedAtMs: null },
  ])('%j', (patch) => {
    expect(z.safeParse(sessionRecordSchema, { ...sessions[0], ...patch }).success).toBe(false);
  });
});

test.each([
  [
    { seconds: 3600, toldAtMs: 7 },
    { seconds: 3600, toldAtMs: 7 },
  ],
  // It costs the session nothing.
  [{ seconds: 3600 }, undefined],
  [{ toldAtMs: 7 }, undefined],
  ['four hours', undefined],
])('of a session, %j is read as an expectation of %j', (stored, expected) => {
  const read = z.parse(sessionRecordSchema, { ...sessions[0], expected: stored });
  expect(read).toEqual({ ...sessions[0], expected });
});

test.each([{ id: 7 }, { name: null }, { connectionId: undefined }, { seenAtMs: 'now' }])(
  'a person cannot be read with %j',
  (patch) => {
    expect(z.safeParse(personSchema, { ...ANA, ...patch }).success).toBe(false);
  },
);

test('a person is known by installation and id', () => {
  expect(personIdOf('https://olie.example', 'u-7')).toBe('https://olie.example u-7');
});
