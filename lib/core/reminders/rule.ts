import type { Timer } from '../olie/timer';
import type { RuleKey, WorkingHours } from '../settings/reminder-preferences';
import type { Feed } from '../state/feed';
import type { Zone } from '../time/time-zone';
import type { Words } from '../ui';
import type { Presence } from './presence';
import type { WorkSpan } from './working-hours';

/** What a notification says. Neither is empty. */
export interface Said {
  title: string;
  message: string;
}

/** All that rules look at. Epoch milliseconds on the server's clock. */
export interface Known {
  nowMs: number;
  /** The browser's own: of the working hours, and of all times that are told. */
  zone: Zone;
  /** That zone's IANA name. */
  timeZone: string;
  feeds: Feed[];
  /** The last answer; null if the timer is not connected or never answered. */
  timer: Timer | null;
  presence: Presence;
  /** When the user works. */
  hours: WorkingHours;
  /** Those that began yesterday and those of today, in order. */
  spans: WorkSpan[];
  /** In seconds; null without a goal. */
  dailyGoalS: number | null;
  /** Runs that another run called are of no interest. */
  onlyTopLevelRuns: boolean;
  /** True if that workflow or run had not ended when it was seen before. */
  wasOpen(key: string): boolean;
}

/** Something that a rule tells once. */
export interface Occurrence {
  /** The same id is the same occurrence: it is told once. */
  id: string;
  /** Since when the same has been true: if the rule told anything after that, it told this. Left out: only the id counts. */
  sinceMs?: number;
  /** When it becomes true, if nothing changes; or when it became true. */
  dueAtMs: number;
  /** From then on it is not told any more. Left out: never. */
  untilMs?: number;
  /** True, but not to be told before somebody is there. */
  isWaiting?: boolean;
  /** Once told, its notification stays although `dueAtMs` has moved. */
  stays?: boolean;
  /** It also says what that rule would say about its occurrences that became due in this time. */
  covers?: { rule: RuleKey; fromMs: number; toMs: number };
  say(words: Words): Said;
}

/** A kind of reminder: one row of the table in `rules.ts`. */
export interface Rule {
  /** It is about time: an answer must confirm it first, and a day brings only so many. */
  isTimed: boolean;
  /** Told outside the working hours as well: its occurrences say when. */
  isOutsideHours?: boolean;
  /**
   * What is true now, and what will be if nothing changes.
   * @param amount the hours or minutes that the user chose; 0 for a rule that is only on or off
   */
  find(known: Known, amount: number): Occurrence[];
  /** What it says of a made-up occurrence. */
  example(nowMs: number, zone: Zone): Occurrence['say'];
}
