import { describe, expect, test } from 'vitest';
import {
  isDeleted,
  mergedDay,
  mergedRecords,
  mergedSession,
  newerExpected,
} from '../../../../lib/core/history/merge';
import {
  type DayRecord,
  lastTold,
  type Person,
  personIdOf,
  type SessionRecord,
} from '../../../../lib/core/history/records';
import { localMs, PERSON, session, told } from '../../../support/examples/example-history';

const MINUTE_MS = 60_000;
const AT_MS = localMs('2026-03-13 18:00');
const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');

function exampleDay(patch: Partial<DayRecord> = {}): DayRecord {
  const [day] = told('2026-03-13 18:00', [MORNING]).days;
  if (day === undefined) throw new Error('An answer tells of a day');
  return { ...day, ...patch };
}

function exampleSession(patch: Partial<SessionRecord> = {}): SessionRecord {
  const [one] = told('2026-03-13 18:00', [MORNING]).sessions;
  if (one === undefined) throw new Error('This one tells of a session');
  return { ...one, ...patch };
}

/** Both orders must give the same. */
function both<Row>(merge: (a: Row, b: Row) => Row, a: Row, b: Row): Row {
  const merged = merge(a, b);
  expect(merge(b, a)).toEqual(merged);
  return merged;
}

describe('two records of a day', () => {
  const watchedFrom = (minutes: number, length = 0) => ({
    fromMs: AT_MS + minutes * MINUTE_MS,
    toMs: AT_MS + (minutes + length) * MINUTE_MS,
  });

  test('are as the newer answer has it', () => {
    const later = exampleDay({ answeredAtMs: AT_MS + 1, totalS: 7 });
    expect(both(mergedDay, exampleDay(), later).totalS).toBe(7);
    const [ninth, tenth] = [exampleDay({ answeredAtMs: 9 }), { ...later, answeredAtMs: 10 }];
    expect(both(mergedDay, ninth, tenth).totalS).toBe(7);
  });

  // The browser may give stored objects back with their fields in another order.
  test('of the same moment are the same one of them, whatever the order of their fields', () => {
    const [one, other] = [exampleDay({ totalS: 1 }), exampleDay({ totalS: 2 })];
    const turned = (day: DayRecord) =>
      Object.fromEntries(Object.entries(day).reverse()) as DayRecord;
    const { totalS } = both(mergedDay, one, other);
    expect(both(mergedDay, turned(one), other).totalS).toBe(totalS);
    expect(both(mergedDay, one, turned(other)).totalS).toBe(totalS);
  });

  test('of the same moment are one of them, whatever the order', () => {
    const [one, other] = [exampleDay({ totalS: 1 }), exampleDay({ totalS: 2 })];
    expect([1, 2]).toContain(both(mergedDay, one, other).totalS);
  });

  test('keep what only the older one knows, and the later of the complete answers', () => {
    const older = { ...exampleDay({ completeAtMs: 9 }), later: true };
    const newer = exampleDay({ answeredAtMs: AT_MS + 1, completeAtMs: 5 });
    expect(both<DayRecord>(mergedDay, older, newer)).toMatchObject({
      later: true,
      completeAtMs: 9,
    });
    expect(both(mergedDay, { ...newer, completeAtMs: null }, newer).completeAtMs).toBe(5);
    expect(both(mergedDay, older, { ...newer, completeAtMs: null }).completeAtMs).toBe(9);
    const none = { ...newer, completeAtMs: null };
    expect(mergedDay(none, none).completeAtMs).toBeNull();
  });

  test('join what was watched, up to a quarter of an hour and a late alarm apart', () => {
    const joined = both(
      mergedDay,
      exampleDay({ watched: [watchedFrom(0, 5), watchedFrom(60)] }),
      exampleDay({ watched: [watchedFrom(21), watchedFrom(2)] }),
    ).watched;
    expect(joined).toEqual([watchedFrom(0, 21), watchedFrom(60)]);
    const apart = [watchedFrom(0), watchedFrom(16.1)];
    expect(mergedDay(exampleDay({ watched: apart }), exampleDay({ watched: [] })).watched).toEqual(
      apart,
    );
    const within = [watchedFrom(0, 30), watchedFrom(5, 5)];
    expect(mergedDay(exampleDay({ watched: within }), exampleDay({ watched: [] })).watched).toEqual(
      [watchedFrom(0, 30)],
    );
  });
});

// Two browsers may have two versions, and exchange their files.
test('of the same moment, every version takes the same record', () => {
  const day = exampleDay({ idleS: 2, totalS: 1 });
  expect(both(mergedDay, day, exampleDay({ idleS: 1, totalS: 2 }))).toEqual(day);
  const late = exampleSession({ projectName: 'b', stepName: 'x' });
  const early = exampleSession({ projectName: 'a', stepName: 'y' });
  expect(both(mergedSession, late, early)).toEqual(late);
});

describe('two records of a session', () => {
  test('are as the newer answer has it', () => {
    const later = exampleSession({ seenAtMs: AT_MS + 1, stepName: 'dois' });
    expect(both(mergedSession, exampleSession(), later).stepName).toBe('dois');
    // It was ended by mistake, and goes on.
    const again = { ...later, isRunning: true };
    expect(both(mergedSession, exampleSession(), again).stepName).toBe('dois');
  });

  test('of the same moment are as the one that has ended', () => {
    const running = exampleSession({ isRunning: true, stepName: 'runs' });
    expect(both(mergedSession, running, exampleSession()).stepName).toBe(exampleSession().stepName);
  });

  test('of the same moment are one of them, whatever the order', () => {
    const [one, other] = [exampleSession({ stepName: 'x' }), exampleSession({ stepName: 'y' })];
    expect(['x', 'y']).toContain(both(mergedSession, one, other).stepName);
  });

  test('keep what was expected last, whichever knows it', () => {
    const expected = (seconds: number, toldAtMs: number) => ({ seconds, toldAtMs });
    const later = exampleSession({ seenAtMs: AT_MS + 1 });
    const told = exampleSession({ expected: expected(3600, 1) });
    expect(both(mergedSession, told, later)).toMatchObject({ expected: expected(3600, 1) });
    const retold = { ...later, expected: expected(7200, 2) };
    expect(both(mergedSession, told, retold).expected).toEqual(expected(7200, 2));
    expect(newerExpected(expected(1, 5), expected(2, 5))).toEqual(expected(2, 5));
    const old = { ...later, expected: expected(7200, 0) };
    expect(both(mergedSession, told, old).expected).toEqual(expected(3600, 1));
    expect(newerExpected(undefined, undefined)).toBeUndefined();
    expect(newerExpected(undefined, expected(1, 5))).toEqual(expected(1, 5));
    expect(newerExpected(expected(1, 5), undefined)).toEqual(expected(1, 5));
    expect('expected' in mergedSession(exampleSession(), later)).toBe(false);
  });
});

test('records are merged by date and by id', () => {
  const friday = told('2026-03-13 18:00', [MORNING]);
  const saturday = told('2026-03-14 18:00', [session('b', '2026-03-14 09:00', '2026-03-14 10:00')]);
  const all = mergedRecords(mergedRecords(friday, saturday), friday);
  expect(all.days.map(({ date }) => date)).toEqual(['2026-03-13', '2026-03-14']);
  expect(all.sessions.map(({ id }) => id)).toEqual(['a', 'b']);
});

test.each([
  [null, false],
  [AT_MS - 1, false],
  [AT_MS, false],
  [AT_MS + 1, true],
])('with a complete answer at %j a session seen at 18:00 was deleted: %s', (completeAtMs, isIt) => {
  expect(isDeleted(exampleSession({ seenAtMs: AT_MS }), exampleDay({ completeAtMs }))).toBe(isIt);
  expect(isDeleted(exampleSession(), undefined)).toBe(false);
});

// Who flies to the west has a day that begins later.
test.each([
  ['as the day begins', 0, false],
  ['a millisecond later', 1, true],
])('a session that ends %s (by %i ms) was deleted: %s', (_, laterMs, isIt) => {
  const { finishedAtMs } = MORNING;
  const day = exampleDay({ startMs: finishedAtMs - laterMs, completeAtMs: AT_MS + 1 });
  expect(isDeleted(exampleSession({ finishedAtMs }), day)).toBe(isIt);
});

test('a connection last told of the person that was seen last', () => {
  const person = (id: string, connectionId: string, seenAtMs: number): Person => {
    return { id, connectionId, seenAtMs, name: '' };
  };
  const persons = [
    person('x', 'c', 1),
    person('y', 'c', 3),
    person('z', 'c', 2),
    person('w', 'd', 9),
  ];
  expect(lastTold(persons, 'c')?.id).toBe('y');
  expect(lastTold(persons, 'e')).toBeUndefined();
  expect(personIdOf('https://api.olie.ai', 'u-1')).toBe(PERSON);
});
