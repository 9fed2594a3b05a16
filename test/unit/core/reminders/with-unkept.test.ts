import { expect, test } from 'vitest';
import { type Presence, seenFirst } from '../../../../lib/core/reminders/presence';
import { withoutKept, withUnkept } from '../../../../lib/core/reminders/with-unkept';

/** Absences of five minutes, an hour apart, that answers have confirmed. */
function away(count: number, patch: Partial<Presence> = {}): Presence {
  const absences = Array.from({ length: count }, (_, index) => ({
    ...{ fromMs: index * 3_600_000, toMs: index * 3_600_000 + 300_000 },
    ...{ leftAtMs: null, returnedAtMs: null, sleptAtMs: null },
  }));
  return { ...seenFirst(0), absences, ...patch };
}
const first = { connectionId: 'a', fromMs: 0, toMs: 300_000 };
const second = { connectionId: 'b', fromMs: 3_600_000, toMs: 3_900_000 };

test('an absence is held for whom the connection told of when it was confirmed', () => {
  const one = withUnkept(away(1), away(0), 'a');
  expect(one?.unkept).toEqual([first]);
  const two = withUnkept(away(2, { unkept: [first] }), away(1), 'b');
  expect(two?.unkept).toEqual([first, second]);
});

test.each([
  ['nothing is new', away(1), away(1), 'a'],
  ['no timer is connected', away(1), away(0), undefined],
  ['nobody is watched', null, away(1), 'a'],
])('the presence stays as it is if %s', (_, now, known, connectionId) => {
  expect(withUnkept(now, known, connectionId)).toBe(now);
});

test('what nobody had looked at before counts whole', () => {
  expect(withUnkept(away(2), null, 'a')?.unkept).toHaveLength(2);
});

test('fifty are held at most, the newest', () => {
  const held = away(50).absences.map(({ fromMs, toMs }) => ({ connectionId: 'a', fromMs, toMs }));
  const more = withUnkept(away(51, { unkept: held }), away(50), 'a');
  expect(more?.unkept).toHaveLength(50);
  expect(more?.unkept?.[0]?.fromMs).toBe(3_600_000);
  expect(more?.unkept?.at(-1)?.fromMs).toBe(50 * 3_600_000);
});

test('what the history has taken goes from the list, and what came meanwhile stays', () => {
  expect(withoutKept(away(2, { unkept: [first, second] }), [first]).unkept).toEqual([second]);
  const others = { ...second, connectionId: 'a' };
  expect(withoutKept(away(2, { unkept: [second] }), [others]).unkept).toEqual([second]);
});
