import { config, gte, lte, number } from 'zod/mini';

/** zod, as this project uses it: `import * as z from '../zod'`. */
// zod's compiled parsers need `eval`, which the pages' content security policy forbids and reports.
config({ jitless: true });

export * from 'zod/mini';

/** The year 10000, in milliseconds since 1970. */
const LARGEST = 2.6e14;

/** A number that `Date` and `Intl` can take: no moment, duration or amount of ours is larger. */
export function boundedNumber() {
  return number().check(gte(-LARGEST), lte(LARGEST));
}
