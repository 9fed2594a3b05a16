import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Not of `npm test`: tools/bench/traffic.ts runs it. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  plugins: [WxtVitest()],
  test: {
    include: ['tools/bench/traffic/hour.bench.ts'],
    mockReset: true,
    testTimeout: 120_000,
  },
});
