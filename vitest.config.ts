import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { PATIENCE_MS } from './test/support/until.ts';

// Most users are here. In UTC, a mistake with time zones would go unnoticed.
process.env.TZ = 'America/Sao_Paulo';

// Git names its own repository to what it runs, such as a hook. Tests that make one would write into that one.
for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX']) {
  delete process.env[name];
}

/** A property test with 50 times as many inputs takes 50 times as long (test/support/examples/arbitrary.ts). */
const times = Number(process.env.OLIE_TIMES ?? 1);

/** What tests read with `inject` (test/support/thorough.ts). */
interface Provided {
  isThorough: boolean;
}

/** How many files with browsers run at once. More than there are cores only makes each of them slower. */
const IN_BROWSERS = Math.min(3, availableParallelism());

/** How tests without a browser load the code. */
export const inNodeOptions = () => ({
  plugins: [WxtVitest()],
  // WXT's fake browser comes from an index that loads all of WXT too: a second for each file.
  resolve: { alias: [{ find: /^wxt\/testing$/, replacement: 'wxt/testing/fake-browser' }] },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
});

/** Tests without a browser. */
const inNode = (
  name: string,
  {
    groupOrder = 1,
    ...options
  }: {
    include: string[];
    exclude?: string[];
    isolate: boolean;
    provide: Provided;
    maxWorkers?: number;
    groupOrder?: number;
  },
) => ({
  ...inNodeOptions(),
  test: {
    name,
    // One more than there are cores: some of these tests wait.
    maxWorkers: availableParallelism() + 1,
    ...options,
    sequence: { groupOrder },
    mockReset: true,
    // Far more than any test needs, for busy machines.
    testTimeout: 30_000 * Math.max(1, times),
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'threads' as const,
  },
});

const UNIT = ['test/unit/**/*.test.{ts,tsx}'];
/**
 * These run the background. A round may outlive its test, so each file has its own modules. The other files share
 * theirs: loading them anew for each takes longer than the tests.
 */
const BACKGROUND = [
  'test/unit/{background,browser,endurance,faults}/**/*.test.ts',
  'test/unit/tools/bench/traffic.test.ts',
  'test/unit/fourth-service.test.ts',
];

/** These measure how long something takes. They run alone, before the others: beside those or after them it takes longer. */
const TIMED = ['test/unit/properties/parsers.test.ts'];

/** Tests of what browsers do differently. They run in both whenever tests run. */
const OF_BROWSERS = [
  'faults',
  'history-out',
  'managed',
  'manifest',
  'preferences',
  'reminders',
  'stories',
  'update',
  'welcome',
].map((name) => `test/e2e/${name}.test.ts`);

/** Tests in one real browser. Those in test/e2e/chromium or test/e2e/firefox are for that browser only. */
const inBrowser = (
  name: string,
  browser: 'chromium' | 'firefox',
  { provide, ...files }: { include: string[]; exclude?: string[]; provide: Provided },
) => ({
  test: {
    name,
    ...files,
    provide: { ...provide, browser },
    // The projects share these workers. Tests in browsers wait a good part of their time.
    maxWorkers: IN_BROWSERS,
    // The files share one browser (test/support/browsers/shared-browser.ts).
    isolate: false,
    sequence: { groupOrder: 2 },
    testTimeout: 4 * PATIENCE_MS,
    hookTimeout: 4 * PATIENCE_MS,
    expect: { poll: { timeout: PATIENCE_MS, interval: 50 } },
  },
});

/** Tests of what is uploaded to the stores, from the builds. */
const ofPackages = (name: string, include: string[]) => ({
  // Beside the browsers, which need these same workers.
  test: {
    name,
    include,
    maxWorkers: IN_BROWSERS,
    sequence: { groupOrder: 2 },
    testTimeout: 300_000,
    // Before the tests, one of them makes all archives.
    hookTimeout: 300_000,
  },
});

export default defineConfig(({ mode }) => {
  const provide = { isThorough: mode === 'thorough' };
  return {
    test: {
      projects: [
        inNode('unit', {
          include: UNIT,
          exclude: [...BACKGROUND, ...TIMED],
          isolate: false,
          provide,
        }),
        inNode('background', { include: BACKGROUND, isolate: true, provide }),
        inNode('timed', { include: TIMED, isolate: false, provide, maxWorkers: 1, groupOrder: 0 }),
        inBrowser('chromium', 'chromium', {
          include: ['test/e2e/*.test.ts', 'test/e2e/chromium/*.test.ts'],
          provide,
        }),
        inBrowser('firefox', 'firefox', {
          include: [...OF_BROWSERS, 'test/e2e/firefox/*.test.ts'],
          provide,
        }),
        ofPackages('packages', ['test/packages/*.test.ts']),
        // Only `npm run test:all` has the time for these.
        inBrowser('firefox-rest', 'firefox', {
          include: ['test/e2e/*.test.ts'],
          exclude: OF_BROWSERS,
          provide,
        }),
        ofPackages('packages-rest', ['test/packages/rest/*.test.ts']),
      ],
    },
  };
});
