import { expect, test } from 'vitest';
import { idleIn } from '../../../../lib/core/history/idle-in';
import type { Stretch } from '../../../../lib/core/history/records';
import { dayTold } from '../../../support/examples/example-days';
import { localMs, session, told } from '../../../support/examples/example-history';

const stretch = (from: string, to: string): Stretch => ({
  fromMs: localMs(`2026-03-13 ${from}`),
  toMs: localMs(`2026-03-13 ${to}`),
});
const HOURS = [stretch('09:00', '12:00'), stretch('13:00', '18:00')];
const WORK = session('a', '2026-03-13 09:00', '2026-03-13 11:00');
const LATER = '2026-03-20 12:00';

/** Minutes of these hours in which nothing ran, and whether there may be more. */
function idle(answers: ReturnType<typeof told>[], now = LATER, hours = HOURS) {
  const nowMs = localMs(now);
  const found = idleIn(dayTold(answers, nowMs), () => hours, nowMs);
  return found && [found.idleMs / 60_000, found.isPartial ? 'at least' : 'all'];
}

test.each([
  ['all of the day was told', '23:50', LATER, [360, 'all']],
  ['they end as the last answer comes', '18:00', LATER, [360, 'all']],
  ['they end after it', '17:59', LATER, [359, 'at least']],
  ['today goes on', '14:58', '2026-03-13 15:00', [178, 'all']],
  ['today ends', '14:58', '2026-03-14 00:00', [178, 'at least']],
  ['the clock is behind the answer', '15:00', '2026-03-13 14:00', [120, 'all']],
  ['the last answer came as they began', '09:00', LATER, null],
  ['the last answer came just after that', '09:01', LATER, [0, 'at least']],
])('of working hours, idle is what was told of, if %s', (_, at, now, found) => {
  const soFar = { ...WORK, finishedAtMs: Math.min(WORK.finishedAtMs, localMs(`2026-03-13 ${at}`)) };
  expect(idle([told(`2026-03-13 ${at}`, [soFar])], now)).toEqual(found);
});

test.each([
  ['its sessions do not explain its total', { totalS: 7200 + 61 }, null],
  ['they explain it to the minute', { totalS: 7200 + 60 }, [360, 'all']],
  ['its total is not told', { totalS: null }, null],
  ['its times are hidden', { hidden: true }, null],
])('of a day there is some idle time to tell, or none, if %s', (_, patch, found) => {
  expect(idle([told('2026-03-13 23:50', [WORK], patch)])).toEqual(found);
});

test('an answer that does not explain the total counts, not the one before it that did', () => {
  const answers = [
    told('2026-03-13 15:00', [WORK]),
    told('2026-03-13 23:50', [WORK], { totalS: 9999 }),
  ];
  expect(idle(answers)).toBeNull();
});

test('hours that go on after midnight are of the next day from then on', () => {
  const night = [{ fromMs: localMs('2026-03-13 22:00'), toMs: localMs('2026-03-14 06:00') }];
  const running = session('n', '2026-03-13 23:00', '2026-03-14 01:00');
  const answers = [told('2026-03-13 23:00', []), told('2026-03-14 23:50', [running])];
  expect(idle(answers, LATER, night)).toEqual([60, 'all']);
});

test('several days have theirs together, but for unknown and hidden ones', () => {
  const nowMs = localMs(LATER);
  const [day] = dayTold([told('2026-03-13 23:50', [WORK])]);
  const [cut] = dayTold([told('2026-03-13 15:00', [WORK])]);
  const days =
    day && cut ? [day, cut, { ...day, isUnknown: true }, { ...day, isHidden: true }] : [];
  const idleMs = (360 + 180) * 60_000;
  expect(idleIn(days, () => HOURS, nowMs)).toEqual({ idleMs, isPartial: true });
  expect(idleIn([], () => HOURS, nowMs)).toBeNull();
});
