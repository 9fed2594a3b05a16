/**
 * Mutation testing: changes the code of folders or files in a thousand small ways, and says which changes no test noticed.
 *
 * `npm run mutants -- lib/core/toolbar lib/core/state/feed.ts [--tests test/unit/core,test/unit/background/round.test.ts]`.
 * By default the tests of the same folders run (`test/unit/core/toolbar`). `lib/core` takes minutes. Changes of what a file
 * does while it is loaded, such as its zod schemas, run all these tests each: for those, name few folders or files.
 *
 * Stryker writes its changes into the files. So it works in a copy, which a run that is cut off cannot spoil.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { makeTemporaryFolder } from '../test/support/browsers/temporary-folder.ts';
import { trackedFiles, untrackedFiles } from './archives/files.ts';
import { readArguments } from './arguments.mjs';
import { root } from './setup/dependencies.mjs';
import { exitOnSetupError, SetupError } from './setup/steps.mjs';

/** The same as in vitest.config.ts. There it comes too late: the tests run in threads, and a thread cannot change it. */
const TIME_ZONE = 'America/Sao_Paulo';

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: { tests: { type: 'string' } },
});

await exitOnSetupError(async () => {
  // As a shell completes them: `./lib/core/`, `lib\core\`.
  const paths = positionals.map((path) =>
    posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/, ''),
  );
  const isSource = (path: string) =>
    /^(lib|entrypoints|components)\//.test(path) && existsSync(join(root, path));
  if (paths.length === 0 || !paths.every(isSource)) {
    throw new SetupError(
      'Name folders or files of lib, entrypoints or components: lib/core/toolbar.',
    );
  }
  const tests = values.tests ?? [...new Set(paths.map(testsOf))].join(',');
  const missing = tests.split(',').filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new SetupError(`There is no ${missing.join(', ')}: name --tests.`);
  const copy = await makeTemporaryFolder('mutants');
  try {
    copySources(copy.path);
    process.exitCode = await stryker(paths, tests, copy.path);
  } finally {
    copy.remove();
  }
});

/** @returns its exit code. If this process is told to end, it ends Stryker and tidies up. */
async function stryker(paths: string[], tests: string, copy: string): Promise<number> {
  const child = spawn(process.execPath, argumentsFor(paths), {
    cwd: copy,
    stdio: 'inherit',
    env: { ...process.env, TZ: TIME_ZONE, MUTANTS_TESTS: tests },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** Tests mirror the sources, folder by folder. */
function testsOf(path: string): string {
  const folder = isFile(path) ? dirname(path) : path;
  return `test/unit/${folder.replace(/^(lib|entrypoints)\//, '')}`;
}

function isFile(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function argumentsFor(paths: string[]): string[] {
  return [
    join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'tools/mutants/stryker.config.json',
    '--mutate',
    // Stryker splits at commas, so no {ts,tsx}.
    paths
      .flatMap((path) => (isFile(path) ? [path] : [`${path}/**/*.ts`, `${path}/**/*.tsx`]))
      .join(),
  ];
}

/** Copies all files that git knows or would take, and links the installed packages. */
function copySources(copy: string): void {
  for (const file of [...trackedFiles(root, []), ...untrackedFiles(root), '.wxt']) {
    cpSync(join(root, file), join(copy, file), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
}
