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
  const services: StandInOlie[] = [];
  const add = async (olie: StandInOlie) => {
    services.push(olie);
    return stage.addOurs(olie);
  };
  try {
    const { browser, blankOrigin } = stage;
    const open = (origin: string) => () => digitsMs(browser, origin);
    const origin = await add(await startStandInOlie());
    const { blank, ours } = await inTurn({ blank: open(blankOrigin), ours: open(origin) });
    const none = open(await add(await startOlieWith(0)));
    const twenty = open(await add(await startOlieWith(20)));
    const thousands = open(await add(await startOlieWith(10_000)));
    const by = await inTurn({ none, twenty, noneAgain: none, thousands, blank: open(blankOrigin) });
    const beside = (name: string, a: number[], b: number[], limit?: number) =>
      relative(`popup: ${name}, ms`, median(a), median(b), limit);
    return [
      beside('digits beside a blank popup', ours, blank, 1.3),
      beside('digits with 20 sessions, a full day, beside a blank popup', by.twenty, by.blank, 1.3),
      beside('digits with 10,000 sessions beside a blank popup', by.thousands, by.blank),
      beside('digits with none beside themselves (noise)', by.noneAgain, by.none),
      absolute('popup: JS heap, MB', await openHeapMb(browser, origin), 5),
      absolute(
        'popup: JS heap left by 20 openings, MB',
        await leftHeapMb(browser, origin, 20),
        0.1,
      ),
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
