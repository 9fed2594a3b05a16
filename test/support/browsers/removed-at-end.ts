import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { constants, tmpdir } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A process that outlives this one, and then removes what is still there: who is killed cannot tidy up, and vitest kills its
 * processes after half a second. Its input ends with this process, whatever ends it. Browsers may write for some seconds more.
 */
const OUTLIVING = `
  const { rm } = require('node:fs/promises');
  const paths = new Set();
  require('node:readline')
    .createInterface(process.stdin)
    .on('line', (line) => {
      const { path, isGone } = JSON.parse(line);
      paths[isGone ? 'delete' : 'add'](path);
    })
    .on('close', async () => {
      for (const path of paths) {
        await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    });
`;

/** Null before there is something to remove. */
let tell: ((about: { path: string; isGone: boolean }) => void) | null = null;

/**
 * A file or folder that is removed at the latest when this process ends, also when it is interrupted or killed.
 *
 * @returns removes it now
 */
export function removedAtEnd(path: string): () => void {
  // Without a listener, a signal ends the process at once: neither what runs now nor `exit` comes first.
  for (const signal of SIGNALS) {
    if (!process.listeners(signal).includes(endUnlessOthersDo))
      process.on(signal, endUnlessOthersDo);
  }
  tell ??= startOutliving();
  tell({ path, isGone: false });
  const remove = () => {
    process.off('exit', remove);
    // A browser that was just killed may still write for a moment.
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    tell?.({ path, isGone: true });
  };
  process.on('exit', remove);
  return remove;
}

/** While a browser is open, Puppeteer listens too: it ends the browser first. */
function endUnlessOthersDo(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}

function startOutliving(): NonNullable<typeof tell> {
  const outliving = spawn(process.execPath, ['--eval', OUTLIVING], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl+C is for the others.
    detached: true,
    windowsHide: true,
    cwd: tmpdir(),
  });
  // Without it, all goes on: only who is killed leaves something behind.
  for (const one of [outliving, outliving.stdin]) one.on('error', console.error);
  // This process need not wait for it.
  outliving.unref();
  (outliving.stdin as Socket).unref();
  return (about) => outliving.stdin.write(`${JSON.stringify(about)}\n`);
}
