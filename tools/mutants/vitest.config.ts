import { defineConfig } from 'vitest/config';
import { inNodeOptions } from '../../vitest.config.ts';

const tests = (process.env.MUTANTS_TESTS ?? 'test/unit').split(',');
/** Those that need modules of their own for each file: see BACKGROUND in vitest.config.ts. */
const BACKGROUND = /^test\/unit($|\/(background|browser|endurance|faults|fourth-service|tools))/;

/** The unit tests as Stryker runs them: those of some folders or files, without the other projects, which it does not know. */
export default defineConfig({
  ...inNodeOptions(),
  test: {
    include: tests.map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**/*.test.{ts,tsx}`)),
    // Each mutant has a thread of its own. Loading the modules anew for each file takes several times as long.
    isolate: tests.some((path) => BACKGROUND.test(path)),
    mockReset: true,
    testTimeout: 30_000,
  },
});
