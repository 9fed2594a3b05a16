import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Where most of its users are: what reads or shows times must not hang on a computer that is in UTC.
process.env.TZ = 'America/Sao_Paulo';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          mockReset: true,
          // On a busy machine a second becomes ten.
          testTimeout: 30_000,
          // On two cores the default is one process after the other: twice the time.
          pool: 'threads',
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Two browsers at a time are what two cores carry.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
