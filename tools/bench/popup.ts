import { median } from 'simple-statistics';
import { type StandInOlie, startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { absolute, type Line, relative } from '../line.ts';
import { digitsMs } from './digits.ts';
import { leftHeapMb, openHeapMb } from './heap.ts';
import { inTurn } from './in-turn.ts';
import { startStage } from './stage.ts';

/** How long a popup takes to show the clock, with few and with many sessions, and how much memory it takes. */
export async function popup(): Promise<Line[]> {
  const stage = await startStage();
  const services = await Promise.all([
    startStandInOlie(),
    startOlieWith(0),
    startOlieWith(100),
    startOlieWith(10_000),
  ]);
  try {
    const { browser, blankOrigin } = stage;
    const origins: string[] = [];
    for (const olie of services) origins.push(await stage.addOurs(olie));
    const [ours = '', none = '', hundred = '', thousands = ''] = origins;
    const open = (origin: string) => () => digitsMs(browser, origin);
    const all = await inTurn({
      blank: open(blankOrigin),
      ours: open(ours),
      none: open(none),
      blankAgain: open(blankOrigin),
      hundred: open(hundred),
      thousands: open(thousands),
    });
    const beside = (name: string, a: keyof typeof all, b: keyof typeof all, limit?: number) =>
      relative(`popup: ${name}, ms`, median(all[a]), median(all[b]), limit);
    return [
      beside('digits beside a blank popup', 'ours', 'blank', 1.3),
      beside('the blank popup beside itself (noise)', 'blankAgain', 'blank'),
      beside('digits with 100 sessions beside none', 'hundred', 'none', 1.1),
      beside('digits with 10,000 sessions beside none', 'thousands', 'none', 1.1),
      absolute('popup: JS heap, MB', await openHeapMb(browser, ours), 5),
      absolute('popup: JS heap left by 20 openings, MB', await leftHeapMb(browser, ours, 20), 0.1),
    ];
  } finally {
    await stage.close();
    for (const service of services) await service.close();
  }
}

/**
 * Olie with a running timer and sessions of one second before it. They have few fields, or ten thousand would not fit into
 * the 1 MB that is read.
 */
async function startOlieWith(sessions: number): Promise<StandInOlie> {
  const olie = await startStandInOlie();
  const at = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '');
  const lastMs = Date.now() - 3_600_000;
  const recent = Array.from({ length: sessions }, (_, id) => {
    const startMs = lastMs - id * 2000;
    return { id, started_at: at(startMs), finished_at: at(startMs + 1000) };
  });
  olie.set({ recent_executions: recent });
  return olie;
}
