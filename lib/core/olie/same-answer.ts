import { dequal } from 'dequal/lite';
import { readSeconds } from '../time/clock';
import { type Timer, timerClocks } from './timer';
import { startOfDayMs } from './timer-day';

/**
 * The moment and the numbers of an answer are whole seconds. If the second turned between them, the numbers are one
 * behind. One ahead is news: then the known answer was behind and would stay so.
 */
const BEHIND_S = 1;

/**
 * Does an answer say just what the known one has become by now, so that nothing but its age is new?
 * @param browserTimeZone the browser's, an IANA name
 */
export function isOnlyLater(fresh: Timer, known: Timer, browserTimeZone?: string): boolean {
  // If its numbers do not tell its day, its moment does, and must be kept.
  if (startOfDayMs(fresh, browserTimeZone) === null) return false;
  const { answeredAtMs } = fresh;
  const rest = { answeredAtMs, totalS: 0, idleS: 0, projectTotalS: 0, stepTotalS: 0 };
  const counts = (timer: Timer) =>
    Object.values(timerClocks({ ...timer, hidden: false })).map(
      (clock) => clock && readSeconds(clock, answeredAtMs),
    );
  const before = counts(known);
  return (
    dequal({ ...fresh, ...rest }, { ...known, ...rest }) &&
    counts(fresh).every((seconds, index) => {
      const expected = before[index] ?? null;
      return seconds === null || expected === null
        ? seconds === expected
        : expected - seconds >= 0 && expected - seconds <= BEHIND_S;
    })
  );
}
