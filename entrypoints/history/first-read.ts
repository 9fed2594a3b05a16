import { browserWeekStart } from '../../lib/browser/dates';
import { loadHistoryMark } from '../../lib/browser/history-mark';
import { orElse } from '../../lib/browser/or-else';
import { browserTimeZone } from '../../lib/browser/texts';
import { dateIn } from '../../lib/core/history/calendar';
import { viewOf } from '../../lib/core/history/period';
import type { Preferences } from '../../lib/core/settings/preferences';
import { type Stored, serverOffset, timerFeed } from '../../lib/core/state/state';
import { whose, zoneOf } from './live-timer';
import { type Found, load } from './read';
import { nameOf } from './use-read-ahead';

/** A database that takes longer does not keep the page from being drawn: the page says that it waits. */
const PATIENCE_MS = 1_000;

/** What was read before the page is drawn. */
export interface FirstRead {
  /** By the names of periods. */
  known: Map<string, Found>;
  /** When the history had been written last before that; left out if nobody knows. */
  savedAtMs?: number | undefined;
}

/**
 * Reads what the address names, so that the first frame has it (BENCH.md). Nothing if the browser refuses or is slow: the page
 * tries again, and says why.
 * @param nowMs this computer's clock
 */
export async function readFirst(
  { state }: Stored,
  { isHistoryOff, weekStart }: Preferences,
  nowMs: number,
): Promise<FirstRead> {
  const known = new Map<string, Found>();
  if (isHistoryOff) return { known };
  const today = dateIn(zoneOf({ state }, browserTimeZone()), nowMs + serverOffset(state));
  const { period } = viewOf(location.hash, today, browserWeekStart(weekStart));
  const mark = await loadHistoryMark();
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const reading = load(period, (persons) => whose(persons, null, timerFeed(state)));
  const found = await orElse(() => Promise.race([reading, late]), null);
  if (found !== null) known.set(nameOf(period), found);
  return { known, savedAtMs: mark?.savedAtMs };
}
