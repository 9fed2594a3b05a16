import { fields } from '../fields';

/** How often the services are asked, in seconds. Chromium's alarms go no faster than 30 s. */
export const REFRESH_INTERVALS_S = [30, 60, 120, 300, 900] as const;
export const BADGE_SHOWS = ['elapsed', 'total', 'nothing'] as const;
export const WHEN_IDLE = ['nothing', 'idle'] as const;

/** What the user prefers; follows them to their other machines. */
export interface Preferences {
  refreshEveryS: (typeof REFRESH_INTERVALS_S)[number];
  badgeShows: (typeof BADGE_SHOWS)[number];
  whenIdle: (typeof WHEN_IDLE)[number];
}

/**
 * The stored preferences; the default for each that is missing or unknown, so that a value which another version of the
 * extension wrote does not cost the rest.
 */
export function parsePreferences(stored: unknown): Preferences {
  const { refreshEveryS, badgeShows, whenIdle } = fields(stored);
  return {
    refreshEveryS: oneOf(REFRESH_INTERVALS_S, refreshEveryS) ?? 60,
    badgeShows: oneOf(BADGE_SHOWS, badgeShows) ?? 'elapsed',
    whenIdle: oneOf(WHEN_IDLE, whenIdle) ?? 'nothing',
  };
}

function oneOf<Value>(values: readonly Value[], stored: unknown): Value | undefined {
  return values.find((value) => value === stored);
}
