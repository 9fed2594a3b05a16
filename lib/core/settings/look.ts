import { type TimeStyle, timeStyleChoices } from '../time/time-style';
import * as z from '../zod';
import { goal, MOST_DAILY_S } from './goal';

/** An origin without a path: https, or http on this machine. */
const ORIGIN = /^(https:\/\/[^\s/\\?#@]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/;

function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && ORIGIN.test(value);
}

/** The values of each choice. Left out until the user chooses. */
export const lookChoices = {
  ...timeStyleChoices,
  /** Where the user's company has Olie on the web. Left out: nothing links there. */
  olieWebAddress: z.optional(z.custom<string>(isOrigin)),
  /** Left out: there is one. */
  sidePanel: z.optional(z.boolean()),
  dailyGoalS: goal(MOST_DAILY_S),
};

const lookSchema = z.catch(z.object(z.forgiving(lookChoices)), {});

/** Of the preferences, all that the popup's first frame needs. */
export interface Look extends TimeStyle {
  olieWebAddress?: string | undefined;
  sidePanel?: boolean | undefined;
  dailyGoalS?: number | undefined;
}

/** That part of the stored preferences, without what this version does not know. */
export function parseLook(stored: unknown): Look {
  return z.parse(lookSchema, stored);
}
