import { withServiceName } from '../settings/settings';
import * as z from '../zod';

const versionThree = z.looseObject({ version: z.literal(3), feeds: z.array(z.unknown()) });
const feedOfThree = z.looseObject({
  kind: z.string(),
  connectionId: z.string(),
  schedule: z.object({ answeredAtMs: z.nullable(z.number()) }),
});
const timerOfThree = z.looseObject({
  earlier: z.rows(z.looseObject({ sessions: z.array(z.unknown()) })),
});

/** A stored state in the newest version, and the earlier days that older versions kept within it. */
export interface Migrated {
  state: unknown;
  /** To be stored under a key of its own; null if there is nothing to move. */
  earlier: unknown;
}

/**
 * Brings a stored state to the newest version. Pure.
 * - 3 to 4: services have one name, schedules are in `storage.session`, earlier days are under a key of their own.
 */
export function migratedState(stored: unknown): Migrated {
  const parsed = z.safeParse(versionThree, stored);
  if (!parsed.success) return { state: stored, earlier: null };
  const moved = parsed.data.feeds.map(feedFromThree);
  return {
    state: { ...parsed.data, version: 4, feeds: moved.map(({ feed }) => feed) },
    earlier: moved.find(({ earlier }) => earlier !== null)?.earlier ?? null,
  };
}

function feedFromThree(row: unknown): { feed: unknown; earlier: unknown } {
  const parsed = z.safeParse(feedOfThree, withServiceName(row));
  if (!parsed.success) return { feed: row, earlier: null };
  const { schedule, data, ...rest } = parsed.data;
  const feed = { ...rest, learntAtMs: schedule.answeredAtMs };
  const timer = z.safeParse(timerOfThree, data);
  if (!timer.success) return { feed: { ...feed, data }, earlier: null };
  const { earlier: days, ...today } = timer.data;
  return {
    feed: { ...feed, data: { ...today, lastEarlier: days[0]?.sessions[0] ?? null } },
    earlier: { connectionId: rest.connectionId, days },
  };
}
