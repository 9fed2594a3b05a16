import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from '../../support/sources';

const NONE = { OLIE_TOKEN: '', OLIE_EXECUTION_ID: '', OLIE_API_URL: '' };

// Whoever sets one of them wants their own timer, and would take the made-up one for it.
test.each([
  ['OLIE_TOKEN', 'tok-1'],
  ['OLIE_EXECUTION_ID', '42'],
  ['OLIE_API_URL', 'https://api.company.example'],
])('"npm start" with %s alone says at once what else it needs', (name, value) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/demo.ts'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 25_000,
      env: { ...process.env, ...NONE, [name]: value },
    },
  );
  expect(stderr).toContain('set OLIE_TOKEN and OLIE_EXECUTION_ID');
  expect(stdout, 'nothing is built').toBe('');
  expect(status).toBe(1);
});
