/**
 * Makes a queue: acts run one at a time, in the order in which they were given.
 * @returns runs an act when all before it have ended, and settles as that act does
 */
export function createQueue(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    // Whoever gave an act hears that it failed. The next one runs all the same.
    last = turn.catch(() => undefined);
    return turn;
  };
}
