import { readable } from '../core/history/readable';
import { lastTold, personSchema, type Stretch, stretchSchema } from '../core/history/records';
import { DAY_MS } from '../core/time/day';
import { openHistory, writeHistory } from './history-db';

/** Nobody is away for longer. */
const LONGEST_MS = 31 * DAY_MS;

/** Keeps when nobody was at the computer, of whom that connection last told. Nothing if it told of nobody yet. */
export async function saveAbsences(connectionId: string, absences: Stretch[]): Promise<void> {
  await writeHistory(async (tx) => {
    const persons = readable(personSchema, await tx.objectStore('persons').getAll());
    const person = lastTold(persons, connectionId);
    if (person === undefined) return;
    const store = tx.objectStore('absences');
    for (const one of absences) {
      // What only a later version knows of it stays.
      const known = await store.get([person.id, one.fromMs]);
      await store.put({ ...known, personId: person.id, ...one });
    }
  });
}

/** When nobody was at the computer, as far as it touches that stretch. In order. */
export async function loadAbsences(
  personId: string,
  { fromMs, toMs }: Stretch,
): Promise<Stretch[]> {
  const rows = await (await openHistory()).getAll(
    'absences',
    IDBKeyRange.bound([personId, fromMs - LONGEST_MS], [personId, toMs]),
  );
  return readable(stretchSchema, rows).filter((one) => one.toMs > fromMs);
}
