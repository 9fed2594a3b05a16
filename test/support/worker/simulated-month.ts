/** A month of a person and their browser, in which everything happens that does in months. The same for the same seed. */
import { vi } from 'vitest';
import { savePreferences } from '../../../lib/browser/preferences-storage.ts';
import { addDays, dateIn, datesBetween, startOfDate } from '../../../lib/core/history/calendar.ts';
import { parsePreferences } from '../../../lib/core/settings/preferences.ts';
import { SAO_PAULO } from '../examples/example-history.ts';
import type { StandInOlie } from '../stand-ins/olie.ts';
import { chances } from './chances.ts';
import { BEGIN_MS, serverNowMs } from './clock.ts';
import { monthPlan } from './month-plan.ts';
import { makeDatabaseMortal } from './mortal-database.ts';
import { makeWorkersMortal } from './mortal-worker.ts';
import { type SimulatedBrowser, simulatedBrowser } from './simulated-browser.ts';
import { type PersonActs, type SimulatedPerson, simulatedPerson } from './simulated-person.ts';
import { connect, world } from './world.ts';

const DAYS = 30;
const HOUR_MS = 3_600_000;

export interface SimulatedMonth {
  olie: StandInOlie;
  person: SimulatedPerson;
  browser: SimulatedBrowser;
  /** The dates that are over. */
  dates: string[];
}

/** Lives through the month. At its end the browser is open, everything answers, and the last day is over. */
export async function simulatedMonth(seed: number): Promise<SimulatedMonth> {
  const chance = chances(seed);
  const { olie, connections } = await world({ workflows: 0 });
  makeWorkersMortal();
  const database = makeDatabaseMortal();
  // Delays after failures are not of the plan: what runs beside may ask for numbers too.
  vi.spyOn(Math, 'random').mockImplementation(chances(seed + 1).number);

  const first = dateIn(SAO_PAULO, BEGIN_MS);
  const last = addDays(first, DAYS - 1);
  const endMs = startOfDate(addDays(last, 1), SAO_PAULO) + 9 * HOUR_MS;
  const plan = [
    ...monthPlan(chance, startOfDate(first, SAO_PAULO), BEGIN_MS, DAYS),
    ...(['heal', 'open', 'look'] as const).map((what) => ({ atMs: endMs, what })),
  ];
  await savePreferences({ ...parsePreferences(undefined), refreshEveryS: 300 });
  await connect(connections.filter(({ kind }) => kind === 'olie'));
  const person = simulatedPerson(olie, chance);
  const browser = simulatedBrowser(olie, database, chance, () => serverNowMs() < endMs);
  const isOfPerson = (what: string): what is keyof PersonActs => what in person.acts;

  await browser.acts.open();
  for (const { atMs, what } of plan) {
    await browser.alarmsUntil(atMs);
    vi.setSystemTime(Math.max(Date.now() + 1, atMs));
    if (isOfPerson(what)) {
      browser.now.deeds += 1;
      person.acts[what]();
    } else await browser.acts[what]();
  }
  await browser.alarmsUntil(endMs + HOUR_MS);
  return { olie, person, browser, dates: datesBetween(first, last) };
}
