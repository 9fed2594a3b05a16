import * as z from './zod';

/** How often the services are asked, in seconds. Chromium's alarms go no faster than 30 s. */
export const REFRESH_INTERVALS_S = [30, 60, 120, 300, 900] as const;
export const BADGE_SHOWS = ['elapsed', 'total', 'nothing'] as const;
export const WHEN_IDLE = ['nothing', 'idle'] as const;

const [every30S, every60S, every120S, every300S, every900S] = REFRESH_INTERVALS_S;

/**
 * What the user prefers; follows them to their other machines. Each field falls back by itself, so that a value which
 * another version of the extension wrote does not cost the rest.
 */
const preferencesSchema = z.object({
  refreshEveryS: z.catch(z.literal([every30S, every60S, every120S, every300S, every900S]), 60),
  badgeShows: z.catch(z.enum(BADGE_SHOWS), 'elapsed'),
  whenIdle: z.catch(z.enum(WHEN_IDLE), 'nothing'),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const DEFAULT_PREFERENCES: Preferences = {
  refreshEveryS: 60,
  badgeShows: 'elapsed',
  whenIdle: 'nothing',
};

/** The stored preferences; the defaults for whatever is missing or unknown. */
export function parsePreferences(stored: unknown): Preferences {
  const parsed = z.safeParse(preferencesSchema, stored);
  return parsed.success ? parsed.data : DEFAULT_PREFERENCES;
}
