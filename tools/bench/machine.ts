import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { launchBrowser } from '../../test/support/browsers/browser.ts';
import { writeBlank } from './reference.ts';

/** What a table was made on: without it, its times say nothing. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGB: number;
  system: string;
  node: string;
  browser: string;
  /** How many processes wanted a processor, on average over a minute: before it began, and after its end. */
  loadBefore: number;
  loadAfter: number;
}

/** More than this before anything is measured, and something else is at work. */
const QUIET_LOAD = 1.5;

/** Measures the load before; the one after is to be filled in. */
export async function readMachine(): Promise<Machine> {
  const all = cpus();
  const load = readLoad();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGB: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.version,
    browser: await browserVersion(),
    loadBefore: load,
    loadAfter: load,
  };
}

/** Windows knows no load, and says 0. */
export function readLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

export function machineText(machine: Machine): string {
  const { cpu, cores, memoryGB, system, node, browser, loadBefore, loadAfter } = machine;
  const load = `load ${loadBefore} before and ${loadAfter} after`;
  return `${cpu}, ${cores} cores, ${memoryGB} GB, ${system}; ${browser}, Node ${node}; ${load}`;
}

/** Says that times will not be worth much, or null where they will. */
export function loadWarning({ loadBefore }: Pick<Machine, 'loadBefore'>): string | null {
  if (loadBefore <= QUIET_LOAD) return null;
  return `Warning: the load is ${loadBefore} before anything is measured. Something else is at work here; above ${QUIET_LOAD}, times are too large and ratios uncertain.`;
}

async function browserVersion(): Promise<string> {
  const blank = await writeBlank();
  const { browser, close } = await launchBrowser('chromium', { extensionDir: blank.path });
  try {
    return await browser.version();
  } finally {
    await close();
    blank.remove();
  }
}
