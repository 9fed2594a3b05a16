import { namedAnswers } from '../../test/support/stand-ins/named-answers.ts';
import { type StandInOlie, startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { until } from '../../test/support/until.ts';
import { type Calls, callsOfAlarm } from './awake.ts';
import { setDue } from './due.ts';
import { absolute, type Line } from './line.ts';
import { olieConnection } from './services.ts';
import { openIn, startStage } from './stage.ts';

type DueRound = () => Promise<Calls>;

/** What a round writes, draws and parses. */
export async function round(): Promise<Line[]> {
  const olie = await startStandInOlie();
  const stage = await startStage();
  try {
    const origin = await stage.addOurs([olieConnection(olie)]);
    const page = await openIn(stage.browser, origin);
    const dueRound = async (): Promise<Calls> => {
      await setDue(stage.browser, origin, page, Date.now() - 60_000);
      const before = olie.requests.length;
      const calls = await callsOfAlarm(stage.browser, origin, page);
      await until(() => olie.requests.length > before, 'the round to ask');
      return calls;
    };
    // By its `Date`, each of the first answers tells a little more of the server's clock, and that is worth a write.
    olie.sendDate(null);
    await dueRound();
    const older = await dueRound();
    olie.start();
    const changed = await dueRound();
    return [
      absolute('round: writes to the disk, another timer', changed.disk, '', 1),
      absolute('round: writes to the disk, the same timer a moment older', older.disk, '', 0),
      absolute('round: writes to memory, another timer', changed.memory, '', null),
      absolute('round: writes to memory, the same timer a moment older', older.memory, '', null),
      absolute('round: badge calls, another timer', changed.badge, '', null),
      ...(await withoutTimes(olie, dueRound)),
      ...(await named(olie, dueRound, changed)),
    ];
  } finally {
    await stage.close();
    await olie.close();
  }
}

/** Of a timer whose times are hidden, nothing on the badge or in its title counts. */
async function withoutTimes(olie: StandInOlie, dueRound: DueRound): Promise<Line[]> {
  olie.set({ hidden_timers: true });
  await dueRound();
  const { badge } = await dueRound();
  olie.set(null);
  return [absolute('round: badge calls, nothing to draw anew', badge, '', 0)];
}

/** Answers with an `ETag`: where the known one still holds, there is nothing to read and nothing to keep. */
async function named(olie: StandInOlie, dueRound: DueRound, unnamed: Calls): Promise<Line[]> {
  const { fault, offered } = namedAnswers(() => '"the same"');
  olie.fail(fault);
  await dueRound();
  const same = await dueRound();
  const missing = offered.slice(1).filter((name) => name === undefined).length;
  return [
    absolute('round: requests that do not offer the known ETag', missing, '', 0),
    absolute('round: answers parsed, another timer', unnamed.parses, '', null),
    absolute('round: answers parsed, 304', same.parses, '', 0),
    absolute('round: writes to the disk, 304', same.disk, '', 0),
    absolute('round: writes to memory, 304', same.memory, '', null),
  ];
}
