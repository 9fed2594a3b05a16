import { type StandInOlie, startStandInOlie } from '../../test/support/stand-in-olie.ts';
import { until } from '../../test/support/until.ts';
import { type Calls, callsOfAlarm } from './awake.ts';
import { absolute, type Line } from './line.ts';
import { olieConnection } from './services.ts';
import { openIn, startStage } from './stage.ts';
import { setDue } from './worker.ts';

/** What a round writes and draws. */
export async function round(): Promise<Line[]> {
  const olie = await startStandInOlie();
  const stage = await startStage();
  try {
    const origin = await stage.addOurs([olieConnection(olie)]);
    const page = await openIn(stage.browser, origin);
    const dueRound = async (): Promise<Calls> => {
      await setDue(page, 0);
      const before = olie.requests.length;
      const calls = await callsOfAlarm(stage.browser, origin, page);
      await until(() => olie.requests.length > before, 'the round to ask');
      return calls;
    };
    await dueRound();
    const older = await dueRound();
    olie.start();
    const changed = await dueRound();
    const same = await roundWithoutTimes(olie, dueRound);
    return [
      absolute('round: storage writes, another timer', changed.writes, '', 1),
      absolute('round: storage writes, the same timer a moment older', older.writes, '', 0),
      absolute('round: badge calls, another timer', changed.badge, '', null),
      absolute('round: badge calls, nothing to draw anew', same.badge, '', 0),
    ];
  } finally {
    await stage.close();
    await olie.close();
  }
}

/** Of a timer whose times are hidden, nothing on the badge or in its title counts. */
async function roundWithoutTimes(
  olie: StandInOlie,
  dueRound: () => Promise<Calls>,
): Promise<Calls> {
  olie.set({ hidden_timers: true });
  await dueRound();
  return dueRound();
}
