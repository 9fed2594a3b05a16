/** Prints what the builds load, beside its limits: `npm run sizes`. Ends with 1 if a limit is exceeded. */
import { readArguments } from './arguments.mjs';
import { sizes } from './bench/sizes.ts';
import { printLines } from './line.ts';

readArguments({});
printLines(await sizes());
