import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT, rootFile } from '../../support/sources';

// npm runs scripts in cmd.exe on Windows and in sh elsewhere. Both know commands, words, "quotes" and &&.
// Not tsx: it kills what it runs 60 ms after Ctrl+C, and the profile of `npm start` stays. `node --import tsx` does not.
const PROGRAMS = ['node', 'npm', 'wxt', 'vitest', 'biome', 'knip', 'tsc'];

const { scripts } = JSON.parse(rootFile('package.json')) as { scripts: Record<string, string> };

test.each(Object.entries(scripts))('the script %s runs on every system: %s', (_, script) => {
  for (const command of script.split(' && ')) {
    expect(PROGRAMS).toContain(command.split(' ')[0]);
    expect(command).toMatch(/^[\w ./:,=@-]+$/);
    expect(command, 'a variable is set in another way on Windows').not.toMatch(/^\w+=/);
  }
});

test.each(['unit', '--al'])('"npm test -- %s" is refused before any test runs', (word) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/test.mjs', word], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toContain(word);
  expect(stdout).toBe('');
  expect(status).toBe(1);
});
