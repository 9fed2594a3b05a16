import { expect, test } from 'vitest';
import { run, SetupError } from '../../../../tools/setup/steps.mjs';

const runs = (program: string) => () => run(process.execPath, ['--eval', program]);

test('a command that succeeds is silent', () => {
  expect(runs('console.log("Done")')).not.toThrow();
});

test('one that fails is named, with what it said', () => {
  const failing = runs('console.log("Trying"); console.error("No room"); process.exit(3)');
  expect(failing).toThrow(SetupError);
  expect(failing).toThrow(/^Failed: .+\nNo room$/);
});

test.skipIf(process.platform === 'win32')('one that is ended from outside says so', () => {
  const killed = runs('console.log("- Preparing..."); process.kill(process.pid, "SIGTERM")');
  expect(killed).toThrow(/^Failed: .+\nIt was ended by SIGTERM\.$/);
});
