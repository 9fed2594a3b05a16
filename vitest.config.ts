import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Most users are here. In UTC, a mistake with time zones would go unnoticed.
process.env.TZ = 'America/Sao_Paulo';

/** A property test with 50 times as many inputs takes 50 times as long (test/support/examples/arbitrary.ts). */
const times = Number(process.env.OLIE_TIMES ?? 1);

/** The tests without a browser. */
const inNode = {
  plugins: [WxtVitest()],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
  test: {
    name: 'unit',
    include: ['test/unit/**/*.test.{ts,tsx}'],
    // The files share their modules: loading them anew for each takes half of the whole time. So no test leaves anything in them.
    isolate: false,
    mockReset: true,
    // Far more than any test needs, for busy machines.
    testTimeout: 30_000 * Math.max(1, times),
    // The default leaves one core unused, which doubles the time on two cores.
    pool: 'threads' as const,
    maxWorkers: '100%',
  },
};

/** The tests in one real browser. Those in test/e2e/chromium or test/e2e/firefox are for that browser only. */
const inBrowser = (browser: 'chromium' | 'firefox') => ({
  test: {
    name: browser,
    include: ['test/e2e/*.test.ts', `test/e2e/${browser}/*.test.ts`],
    provide: { browser },
    // Both projects share these workers. Tests in browsers wait a good part of their time.
    maxWorkers: 2,
    // The files share one browser (test/support/browsers/shared-browser.ts).
    isolate: false,
    sequence: { groupOrder: 1 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000, interval: 25 } },
  },
});

export default defineConfig({
  test: {
    projects: [inNode, inBrowser('chromium'), inBrowser('firefox')],
  },
});
