import * as z from '../zod';

export const HOURS = ['language', '12', '24'] as const;
export const DURATIONS = ['clock', 'decimal'] as const;

/** The values of each choice. Left out: as the language has it. All our languages write durations as clocks. */
export const timeStyleChoices = {
  hours: z.optional(z.literal(HOURS)),
  /** `decimal`: "10.59 h" in place of "10:35:40". The running clock itself always ticks in seconds. */
  durations: z.optional(z.literal(DURATIONS)),
};

/** How the user wants times written. Part of the preferences. */
export interface TimeStyle {
  hours?: (typeof HOURS)[number] | undefined;
  durations?: (typeof DURATIONS)[number] | undefined;
}
