import { withServiceName } from '../settings/settings-migrations';
import * as z from '../zod';

/** More than anybody connects: no more of a broken state is looked at. */
export const MOST_FEEDS = 1000;

const versionThree = z.object({
  version: z.literal(3),
  settingsUnreadable: z.boolean(),
  feeds: z.array(z.unknown()),
});
const feedOfThree = z.object({
  connectionId: z.string(),
  schedule: z.object({ answeredAtMs: z.nullable(z.boundedNumber()) }),
  data: z.unknown(),
});
const dayOfThree = z.object({ sessions: z.array(z.unknown()) });
const timerOfThree = z.object({ earlier: z.array(z.unknown()) });

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
  const moved = parsed.data.feeds.slice(0, MOST_FEEDS).map(feedFromThree);
  return {
    state: { ...parsed.data, version: 4, feeds: moved.map(({ feed }) => feed) },
    earlier: moved.find(({ earlier }) => earlier !== null)?.earlier ?? null,
  };
}

function feedFromThree(row: unknown): { feed: unknown; earlier: unknown } {
  const parsed = z.safeParse(feedOfThree, row);
  if (!parsed.success) return { feed: row, earlier: null };
  const { connectionId, schedule, data } = parsed.data;
  const rest = without('schedule', withServiceName(row));
  const feed = { ...rest, learntAtMs: schedule.answeredAtMs };
  const timer = z.safeParse(timerOfThree, data);
  if (!timer.success) return { feed, earlier: null };
  const { earlier: days } = timer.data;
  // A day that cannot be read costs no other (parseEarlierDays).
  const last = z.safeParse(dayOfThree, days[0]);
  const lastEarlier = (last.success && last.data.sessions[0]) || null;
  const today = { ...without('earlier', data), lastEarlier };
  return { feed: { ...feed, data: today }, earlier: { connectionId, days } };
}

/** All other fields of what is an object. */
function without(name: string, value: unknown): object {
  const { [name]: _, ...rest } = Object(value);
  return rest;
}
