import { expect, test } from 'vitest';
import { localMs, session, told } from '../../../support/examples/example-history';
import { AFTERNOON, day, days, MORNING } from '../../../support/examples/told-days';

test('when the browser was closed within the day, it says so, and the total is whole', () => {
  const answers = ['09:00', '09:10', '09:20', '15:30', '23:50'].map((at) =>
    told(`2026-03-13 ${at}`, at > '12' ? [MORNING] : []),
  );
  const { isPartial, unwatched, totalS } = day(answers);
  expect({ isPartial, totalS }).toEqual({ isPartial: false, totalS: 10_800 });
  expect(unwatched).toEqual([
    { fromMs: localMs('2026-03-13 00:00'), toMs: localMs('2026-03-13 09:00') },
    { fromMs: localMs('2026-03-13 09:20'), toMs: localMs('2026-03-13 15:30') },
    { fromMs: localMs('2026-03-13 15:30'), toMs: localMs('2026-03-13 23:50') },
  ]);
});

test('a day of which nothing was told is unknown, and one that a session tells of is "at least"', () => {
  const weekend = session('w', '2026-03-13 22:00', '2026-03-15 02:00');
  const [thursday, friday, saturday, sunday] = days('2026-03-12', '2026-03-15', [
    told('2026-03-15 23:55', [weekend]),
  ]);
  expect(thursday).toMatchObject({ isUnknown: true, totalS: 0 });
  expect(friday).toMatchObject({ isUnknown: false, isPartial: true, totalS: 7200 });
  expect(saturday).toMatchObject({ isUnknown: false, isPartial: false, totalS: 86_400 });
  expect(sunday).toMatchObject({ isPartial: false, totalS: 7200 });
});

test('an account that hides times has sessions, and no total of its own', () => {
  const { isHidden, idleS } = day([told('2026-03-13 23:50', [MORNING], { hidden: true })]);
  expect({ isHidden, idleS }).toEqual({ isHidden: true, idleS: null });
});

test('amounts are those of the sessions with a rate', () => {
  const free = { ...AFTERNOON, hourlyRate: 0, projectId: 'p-2' };
  const { projects } = day([told('2026-03-13 23:50', [{ ...MORNING, hourlyRate: 50 }, free])]);
  expect(projects.map(({ amount }) => amount)).toEqual([null, 150]);
});
