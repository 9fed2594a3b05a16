import type { TextKey } from './texts';
import type { Words } from './ui';

/** The texts about a number, and the same for one. */
const SINGULAR = {
  credits: 'creditsOne',
  creditsToday: 'creditsTodayOne',
  creditsAtLeast: 'creditsAtLeastOne',
  notShown: 'notShownOne',
  watched: 'watchedOne',
  overDays: 'overDaysOne',
  absences: 'absencesOne',
} satisfies Partial<Record<TextKey, TextKey>>;

/** The text with that number, in the plural or the singular: "1 credit", "2 credits". */
export function counted({ t, format }: Words, key: keyof typeof SINGULAR, value: number): string {
  return t(format.isOne(value) ? SINGULAR[key] : key, format.credits(value));
}
