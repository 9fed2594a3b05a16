import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { constants, tmpdir } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A process that outlives this one, then kills and removes what is still there: who is killed cannot tidy up, and vitest kills
 * its processes after half a second. Its input ends with this process, whatever ends it. Browsers may write for some seconds
 * more.
 */
const OUTLIVING = `
  const { rm } = require('node:fs/promises');
  const paths = new Set();
  const pids = new Set();
  require('node:readline')
    .createInterface(process.stdin)
    .on('line', (line) => {
      const { path, pid, isGone } = JSON.parse(line);
      const [all, one] = pid ? [pids, pid] : [paths, path];
      all[isGone ? 'delete' : 'add'](one);
    })
    .on('close', async () => {
      for (const pid of pids) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It has just ended by itself.
        }
      }
      for (const path of paths) {
        await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    });
`;

type About = ({ path: string } | { pid: number }) & { isGone: boolean };

/** Null before there is something to remove. */
let tell: ((about: About) => void) | null = null;

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

/**
 * A browser that is killed if this process is. Firefox would go on by itself, and write its removed profile anew.
 *
 * @param browser in a process group of its own, but on Windows: Puppeteer starts it so
 */
export function killedAtEnd(browser: ChildProcess): void {
  const { pid } = browser;
  if (pid === undefined) return;
  const about = { pid: process.platform === 'win32' ? pid : -pid };
  tell ??= startOutliving();
  tell({ ...about, isGone: false });
  browser.once('exit', () => tell?.({ ...about, isGone: true }));
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
