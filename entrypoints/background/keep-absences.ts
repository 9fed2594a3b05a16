import { saveAbsences } from '../../lib/browser/absences-storage';
import { orElse } from '../../lib/browser/or-else';
import type { Unkept } from '../../lib/core/reminders/unkept';

/** One write at a time, and no reminder waits for it: a database that does not answer costs none. */
let keeping: Promise<void> | null = null;

/**
 * Writes into the history the absences that it has not taken yet: those of one connection, the others in the next round. If
 * the database refuses, they stay on the list for the next round.
 * @param forget takes off the list what is written
 */
export function keepAbsences(unkept: Unkept[], forget: (kept: Unkept[]) => Promise<void>): void {
  const [first] = unkept;
  if (first === undefined || keeping !== null) return;
  const { connectionId } = first;
  const kept = unkept.filter((one) => one.connectionId === connectionId);
  const write = async () => {
    const absences = kept.map(({ fromMs, toMs }) => ({ fromMs, toMs }));
    await saveAbsences(connectionId, absences);
    await forget(kept);
  };
  keeping = orElse(write).finally(() => {
    keeping = null;
  });
}

/** Resolves when no absence is being written. */
export async function absencesKept(): Promise<void> {
  await keeping;
}
