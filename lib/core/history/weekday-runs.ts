/**
 * Days of the week with those that follow each other as one run, also over the week's end.
 * @param days 1 for Monday to 7 for Sunday, in any order
 * @returns of each run its first and last day; a day alone, and each of two, is by itself
 */
export function weekdayRuns(days: readonly number[]): number[][] {
  const before = (day: number) => (day === 1 ? 7 : day - 1);
  const isWorked = (day: number) => days.includes(day);
  const all = [1, 2, 3, 4, 5, 6, 7].filter(isWorked);
  if (all.length === 7) return [[1, 7]];
  return all
    .filter((day) => !isWorked(before(day)))
    .flatMap((first) => {
      const run = [first];
      for (let day = (first % 7) + 1; isWorked(day); day = (day % 7) + 1) run.push(day);
      return run.length > 2 ? [[first, run.at(-1) ?? first]] : run.map((day) => [day]);
    });
}
