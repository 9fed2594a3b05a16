/**
 * Whole seconds of a session that lie between two moments. The seconds of neighbouring parts add up to those of the
 * whole: each is counted from the session's own start.
 */
export function secondsIn(
  { startedAtMs, finishedAtMs }: { startedAtMs: number; finishedAtMs: number },
  fromMs: number,
  toMs: number,
): number {
  const wholeS = (atMs: number) =>
    Math.floor((Math.min(Math.max(atMs, startedAtMs), finishedAtMs) - startedAtMs) / 1000);
  return Math.max(0, wholeS(toMs) - wholeS(fromMs));
}
