/**
 * What was broken on purpose, and what the user saw each time: `npm run faults`.
 *
 * Runs the tests of faults, in Node and in both browsers (`-- --unit`: in Node alone), and prints what they saw as one
 * table. Ends with 1 where a row, or another of these tests, failed.
 */
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import {
  type FaultReport,
  faultReporter,
  faultTable,
} from '../test/support/faults/fault-report.ts';
import { ensureBrowsers } from './setup/browsers.mjs';
import { announced, run, SetupError } from './setup/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isUnit = process.argv.includes('--unit');
/** Parts of the paths of the test files. */
const FILES = isUnit ? ['test/unit/faults/'] : ['test/unit/faults/', '-faults.test.ts'];

try {
  if (!isUnit) prepareBrowsers();
  await printTable();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function prepareBrowsers() {
  const options = {
    browsers: ['chromium' as const, 'firefox' as const],
    languages: true,
    quiet: true,
  };
  ensureBrowsers(options);
  announced('Building the extension', options, () => {
    for (const browser of ['chrome', 'firefox']) {
      run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser], {
        cwd: root,
      });
    }
  });
}

async function printTable() {
  console.log('Running the tests of faults…\n');
  const report: FaultReport = { rows: [], troubles: [], tests: 0 };
  const vitest = await startVitest('test', FILES, {
    root,
    run: true,
    watch: false,
    project: isUnit ? ['unit'] : ['unit', 'e2e'],
    reporters: [faultReporter(report)],
  });
  await vitest.close();
  const { rows, troubles, tests } = report;
  console.log(faultTable(rows).join('\n'));
  const bad = rows.filter(({ outcome }) => outcome !== 'ok').length;
  console.log(`\n${rows.length} rows, ${bad} failed; ${tests} tests, ${troubles.length} troubles`);
  for (const trouble of troubles) console.log(`- ${trouble}`);
  process.exitCode = rows.length === 0 || troubles.length > 0 ? 1 : 0;
}
