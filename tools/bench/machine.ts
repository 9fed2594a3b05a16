import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { findBrowser } from '../find-browser.mjs';

/** A higher load before the first figure means that something else is at work. */
const QUIET_LOAD = 1.5;

/** The machine in one line. Without it, times say nothing. */
export function machineText(): string {
  const all = cpus();
  const memory = `${Math.round(totalmem() / 1e9)} GB`;
  const path = findBrowser('chromium') ?? 'chromium';
  // On Windows it would open a window in place of saying its version.
  const browser = process.platform === 'win32' ? path : versionOf(path);
  return `${all[0]?.model.trim()}, ${all.length} cores, ${memory}, ${type()} ${release()}; ${browser.trim()}, Node ${process.version}`;
}

function versionOf(path: string): string {
  return execFileSync(path, ['--version'], {
    encoding: 'utf8',
    // Debian's script complains there.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** How many processes wanted a processor in the last minute, on average. Windows always says 0. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

/** A warning if the machine is busy, else null. */
export function loadWarning(now = load()): string | null {
  if (now <= QUIET_LOAD) return null;
  return `Warning: the machine was busy before the first figure (load ${now}; quiet is ${QUIET_LOAD}). Times are too large and ratios uncertain.`;
}
