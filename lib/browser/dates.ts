import { createDates, type Dates } from '../core/history/dates';
import { firstDayOfWeek } from '../core/history/week-start';
import { browserLanguage, wordLanguage } from './texts';

/** Dates in the language of the texts. */
export function createBrowserDates(): Dates {
  return createDates(wordLanguage());
}

/**
 * On which day weeks begin, 1 for Monday to 7 for Sunday. The browser's language decides, as about hours, unless the user does.
 * @param preferred the user's own choice
 */
export function browserWeekStart(preferred: number | undefined): number {
  return firstDayOfWeek(browserLanguage(), preferred);
}
