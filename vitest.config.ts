import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Most users are here. In UTC, a mistake with time zones would go unnoticed.
process.env.TZ = 'America/Sao_Paulo';

/** The tests in one real browser. Those in test/e2e/chromium or test/e2e/firefox are for that browser only. */
const inBrowser = (browser: 'chromium' | 'firefox') => ({
  test: {
    name: browser,
    include: ['test/e2e/*.test.ts', `test/e2e/${browser}/*.test.ts`],
    provide: { browser },
    // Both projects share these two workers: two cores cannot run more browsers at a time.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000, interval: 25 } },
  },
});

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
          // Far more than any test needs, for busy machines.
          testTimeout: 30_000,
          // The default leaves one core unused, which doubles the time on two cores.
          pool: 'threads',
          maxWorkers: '100%',
        },
      },
      inBrowser('chromium'),
      inBrowser('firefox'),
    ],
  },
});
