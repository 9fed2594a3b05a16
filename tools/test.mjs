// Runs all that `npm test` runs, in this order; with `--all` the thorough tests. Not one line in package.json: npm gives the
// words after `npm test --` to the last command of a line, which would refuse them after minutes.
import { spawnSync } from 'node:child_process';
import { readArguments } from './arguments.mjs';

const { values } = readArguments({ options: { all: { type: 'boolean', default: false } } });
const all = values.all ? ':all' : '';
const COMMANDS = [
  'node tools/setup.mjs --browsers chromium,firefox --languages',
  'npm run types',
  'npm run lint',
  'npm run unused',
  `npm run unit${all}`,
  'npm run build',
  'npm run sizes',
  `npm run e2e${all}`,
  'npm start -- --check',
];

// Ctrl+C reaches the command too, which tidies up before it ends.
process.on('SIGINT', () => {});

for (const command of COMMANDS) {
  // On Windows npm is a script, which needs a shell.
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
}
