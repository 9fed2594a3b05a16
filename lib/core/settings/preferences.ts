import * as z from '../zod';
import { goal, MOST_DAILY_S } from './goal';
import { lookChoices } from './look';

/** How often the services are asked, in seconds. Chromium's alarms go no faster than 30 s. */
export const REFRESH_INTERVALS_S = [30, 60, 120, 300, 900] as const;
export const BADGE_SHOWS = ['elapsed', 'total', 'nothing'] as const;
export const WHEN_IDLE = ['nothing', 'idle'] as const;

/** How long the history is kept, in months. */
export const HISTORY_MONTHS = [3, 12, 24, 60, 'ever'] as const;
export type HistoryMonths = (typeof HISTORY_MONTHS)[number];
/** On which day a week may begin: Monday, Saturday or Sunday, as `Intl.Locale` counts them. */
export const WEEK_STARTS = [1, 6, 7] as const;
/** What stands between the cells of a sheet. Its decimal mark goes with it. */
export const SHEET_MARKS = ['semicolon', 'comma', 'tab'] as const;
/** To how many minutes the times of a sheet may be rounded. */
export const SHEET_ROUNDINGS = [5, 6, 15, 30] as const;

/** The values that each preference may have. */
export const choices = {
  refreshEveryS: z.literal(REFRESH_INTERVALS_S),
  badgeShows: z.literal(BADGE_SHOWS),
  whenIdle: z.literal(WHEN_IDLE),
  /** Runs that another run called are left out. Left out itself until it is chosen; it counts as true then. */
  onlyTopLevelRuns: z.optional(z.boolean()),
  /** Left out: two years. */
  historyMonths: z.optional(z.literal(HISTORY_MONTHS)),
  /** Left out: as the language has it. */
  weekStart: z.optional(z.literal(WEEK_STARTS)),
  /** Left out: as the language has it. */
  sheetMarks: z.optional(z.literal(SHEET_MARKS)),
  /** Left out: they are not. */
  sheetRoundingMin: z.optional(z.literal(SHEET_ROUNDINGS)),
  weeklyGoalS: goal(7 * MOST_DAILY_S),
  /** Unread, so that the popup does not load their rules: `remindersOf` reads them. Left out: they are off. */
  reminders: z.optional(z.unknown()),
  ...lookChoices,
};

const choicesSchema = z.object(choices);
/** What the user prefers. It follows them to their other machines. */
export interface Preferences extends z.infer<typeof choicesSchema> {
  /** No history is kept: an organization has set it (managed.ts). Never stored. */
  isHistoryOff?: boolean;
}

/** What counts until the user chooses. */
export const DEFAULT_PREFERENCES: Preferences = {
  refreshEveryS: 60,
  badgeShows: 'elapsed',
  whenIdle: 'nothing',
};

const storedSchema = z.catch(
  z.object({
    ...z.forgiving(choices),
    refreshEveryS: z.catch(choices.refreshEveryS, DEFAULT_PREFERENCES.refreshEveryS),
    badgeShows: z.catch(choices.badgeShows, DEFAULT_PREFERENCES.badgeShows),
    whenIdle: z.catch(choices.whenIdle, DEFAULT_PREFERENCES.whenIdle),
    // A newer version's choice may be longer than all of ours: nothing is deleted.
    historyMonths: z.catch(choices.historyMonths, 'ever'),
  }),
  DEFAULT_PREFERENCES,
);

/** For how many months history is kept; null for ever. */
export function keptMonths({ historyMonths = 24 }: Preferences): number | null {
  return historyMonths === 'ever' ? null : historyMonths;
}

/** The stored preferences, with the default for each that is missing or that this version does not know. */
export function parsePreferences(stored: unknown): Preferences {
  return z.parse(storedSchema, stored);
}
