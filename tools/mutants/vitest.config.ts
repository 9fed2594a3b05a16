import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** The unit tests as Stryker runs them: those of one folder, without the other projects, which it does not know. */
export default defineConfig({
  plugins: [WxtVitest()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: (process.env.MUTANTS_TESTS ?? 'test/unit')
      .split(',')
      .map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    mockReset: true,
    testTimeout: 30_000,
  },
});
