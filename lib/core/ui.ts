import type { Translate } from './texts';
import type { Format } from './time/format';

/** What every view needs and none is passed by hand: texts, formats and the server's clock. */
export interface Ui {
  t: Translate;
  format: Format;
  /** The service's clock, epoch milliseconds. */
  now(): number;
  /** The browser's clock, epoch milliseconds. */
  browserNow(): number;
  /**
   * Calls back whenever the server's clock has gone a whole number of steps from the origin.
   * @returns stops it
   */
  every(stepMs: number, originMs: number, callback: () => void): () => void;
  /**
   * Calls back each second, everybody in the same turn: the page is laid out and painted once a second, not once for each
   * clock on it.
   * @returns stops it
   */
  everySecond(callback: () => void): () => void;
}

/** What is written without a page: the badge's title, reminders. */
export type Words = Pick<Ui, 't' | 'format'>;
