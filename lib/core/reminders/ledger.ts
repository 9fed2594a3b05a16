import { readable } from '../history/readable';
import { DAY_MS } from '../time/day';
import * as z from '../zod';

const moment = z.boundedNumber();

/** How long it is remembered what was told, and which workflows and runs had not ended. */
const KEPT_MS = 30 * DAY_MS;
/** More than are told in thirty days. */
const MOST_ROWS = 5_000;

const toldSchema = z.object({
  /** A later version may know more rules. */
  rule: z.string(),
  /** What the rule tells of once. */
  occurrence: z.string(),
  toldAtMs: moment,
  /** Its notification was not taken back yet. */
  isShown: z.boolean(),
  /** Another reminder said it, so it had no notification of its own. Left out: it had one. */
  isCovered: z.optional(z.boolean()),
});
export type Told = z.infer<typeof toldSchema>;

/** A workflow or run that had not ended when it was seen. */
const openSchema = z.object({ key: z.string(), sinceMs: moment });
type Open = z.infer<typeof openSchema>;

/** The version of all that reminders remember, the presence included. What has no version is of the first one. */
export const REMINDERS_VERSION = 1;

/** What reminders remember. It is stored before one is shown. Epoch milliseconds on the server's clock. */
export interface Ledger {
  told: Told[];
  open: Open[];
  /** Until when nothing is told; null if that was never chosen. */
  mutedUntilMs: number | null;
}

export const NO_LEDGER: Ledger = { told: [], open: [], mutedUntilMs: null };

// Not an array of unknown: zod would look at each row of a hostile list.
const list = z.catch(z.custom<unknown[]>(Array.isArray), []);
const storedSchema = z.catch(
  z.object({ told: list, open: list, mutedUntilMs: z.catch(z.nullable(moment), null) }),
  NO_LEDGER,
);

/** The stored ledger. A row that cannot be read costs no other. */
export function parseLedger(stored: unknown): Ledger {
  const { told, open, mutedUntilMs } = z.parse(storedSchema, stored);
  const ledger = {
    told: readable(toldSchema, told.slice(-MOST_ROWS)),
    open: readable(openSchema, open.slice(-MOST_ROWS)),
    mutedUntilMs,
  };
  return z.withUnknown(stored, ledger);
}

/** The ledger with what one that was set aside remembers: nothing is told twice. */
export function mergedLedger(now: Ledger, back: Ledger): Ledger {
  const told = back.told.filter(({ rule, occurrence }) => !isTold(now, rule, occurrence));
  const open = back.open.filter(({ key }) => !now.open.some((one) => one.key === key));
  return {
    ...back,
    ...now,
    told: [...told, ...now.told],
    open: [...open, ...now.open],
    mutedUntilMs: now.mutedUntilMs ?? back.mutedUntilMs,
  };
}

/** The id of a reminder's notification: `olie:away:exe-7 1773424500000`. */
export function notificationId(rule: string, occurrence: string): string {
  return `olie:${rule}:${occurrence}`;
}

/** The rule whose notification that is; null if it is none of ours. */
export function ruleOfNotification(id: string): string | null {
  return /^olie:([a-z-]+):/.exec(id)?.[1] ?? null;
}

export function isTold({ told }: Ledger, rule: string, occurrence: string): boolean {
  return told.some((one) => one.rule === rule && one.occurrence === occurrence);
}

/**
 * The ledger without what is older than thirty days.
 * @param holds what is still true stays, or it would be told again
 * @param nowMs by a fresh answer: a wrong clock would forget all
 */
export function pruned(ledger: Ledger, holds: (one: Told) => boolean, nowMs: number): Ledger {
  const isYoung = (atMs: number) => nowMs - atMs < KEPT_MS;
  const told = ledger.told.filter((one) => isYoung(one.toldAtMs) || holds(one));
  const open = ledger.open.filter(({ sinceMs }) => isYoung(sinceMs));
  const isSame = told.length === ledger.told.length && open.length === ledger.open.length;
  return isSame ? ledger : { ...ledger, told, open };
}
