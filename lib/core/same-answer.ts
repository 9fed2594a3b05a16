import { readSeconds } from './clock';
import { isSame } from './is-same';
import { type Timer, timerClocks } from './timer';

/** The moment of the answer and the numbers are whole seconds, each rounded by itself. */
const ROUNDING_S = 1;

/** Does an answer say just what the known one has come to since, so that nothing but its age is new? */
export function isOnlyLater(fresh: Timer, known: Timer): boolean {
  // Without its numbers, only the moment of an answer tells its day.
  if (fresh.totalS === null || fresh.idleS === null) return false;
  const { answeredAtMs } = fresh;
  const rest = { answeredAtMs, totalS: 0, idleS: 0, projectTotalS: 0, stepTotalS: 0 };
  const counts = (timer: Timer) =>
    Object.values(timerClocks({ ...timer, hidden: false })).map(
      (clock) => clock && readSeconds(clock, answeredAtMs),
    );
  const before = counts(known);
  return (
    isSame({ ...fresh, ...rest }, { ...known, ...rest }) &&
    counts(fresh).every((seconds, index) => {
      const expected = before[index] ?? null;
      return seconds === null || expected === null
        ? seconds === expected
        : Math.abs(seconds - expected) <= ROUNDING_S;
    })
  );
}
