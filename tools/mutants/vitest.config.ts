import { defineConfig } from 'vitest/config';
import { inNodeOptions } from '../../vitest.config.ts';

/** The unit tests as Stryker runs them: those of some folders or files, without the other projects, which it does not know. */
export default defineConfig({
  ...inNodeOptions(),
  test: {
    include: (process.env.MUTANTS_TESTS ?? 'test/unit')
      .split(',')
      .map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**/*.test.{ts,tsx}`)),
    mockReset: true,
    testTimeout: 30_000,
  },
});
