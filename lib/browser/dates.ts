import { createDates, type Dates } from '../core/history/dates';
import { weekStartOf } from '../core/time/week-start';
import { browserLanguage, wordLanguage } from './texts';

/** Dates in the language of the texts. */
export function createBrowserDates(): Dates {
  return createDates(wordLanguage());
}

/** On which day weeks begin where the user is, 1 for Monday to 7 for Sunday. The browser's language decides, as about hours. */
export function browserWeekStart(): number {
  return weekStartOf(browserLanguage());
}
