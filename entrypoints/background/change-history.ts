import { loadPreferences } from '../../lib/browser/choices-storage';
import { removeEarlier } from '../../lib/browser/earlier-storage';
import { saveHistoryMark } from '../../lib/browser/history-mark';
import { deleteHistory, saveImported } from '../../lib/browser/history-storage';
import { orElse } from '../../lib/browser/or-else';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import type { CommandOf } from '../../lib/core/messages/command';
import { refusalOf } from './refusal-of';
import { remembered } from './remember';
import { forgetAbsences } from './remind';

/** Merges a file into the history. @returns null, or why nothing was changed */
export async function importHistory({
  persons,
  records,
}: CommandOf<'import-history'>): Promise<Failure | null> {
  if ((await loadPreferences()).isHistoryOff) return failure('refused');
  return change(() => saveImported(persons, records));
}

/**
 * Deletes all history. What would come into the history again goes too: what a version without one kept, and the last
 * absences.
 * @returns null, or why something is still there
 */
export function deleteAllHistory(): Promise<Failure | null> {
  return change(async () => {
    await removeEarlier();
    await forgetAbsences();
    await deleteHistory();
  });
}

async function change(write: () => Promise<void>): Promise<Failure | null> {
  await remembered();
  const refused = await refusalOf(write, 'The history could not be changed');
  if (refused !== null) return refused;
  // A mark of no connection: the next answer is written at once.
  const mark = { connectionId: '', learntAtMs: 0, savedAtMs: Date.now(), problem: null };
  await orElse(() => saveHistoryMark(mark));
  return null;
}
