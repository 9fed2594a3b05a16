import { browser } from 'wxt/browser';
import * as z from '../core/zod';
import { watchLoss } from './history-db';
import { orElse } from './or-else';
import { storedValue } from './stored-value';
import { watch } from './watch';

/** In memory, which outlives a worker: what was last written into the history. */
const MARK = 'history';

const markSchema = z.object({
  connectionId: z.string(),
  /** When what was written was learnt. */
  learntAtMs: z.boundedNumber(),
  /** When it was written, or tried. */
  savedAtMs: z.boundedNumber(),
  /** Why it could not be written: the browser's own words. Null if it was. */
  problem: z.nullable(z.string()),
});
export type HistoryMark = z.infer<typeof markSchema>;

/** @returns null if nothing was written since the browser started, or it does not tell */
export async function loadHistoryMark(): Promise<HistoryMark | null> {
  return parseMark(await orElse(() => storedValue('session', MARK)));
}

export async function saveHistoryMark(mark: HistoryMark): Promise<void> {
  await browser.storage.session.set({ [MARK]: mark });
}

/** Calls back when something was written or could not be, and when the database was taken away. @returns stops it */
export function watchHistory(callback: (mark: HistoryMark | null) => void): () => void {
  const stops = [
    watch('session', MARK, (stored) => callback(parseMark(stored))),
    watchLoss(async () => callback(await loadHistoryMark())),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function parseMark(stored: unknown): HistoryMark | null {
  return z.safeParse(markSchema, stored).data ?? null;
}
