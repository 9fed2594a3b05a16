import type { Preferences } from '../settings/preferences';
import type { Reminders } from '../settings/reminder-preferences';
import { scheduleOf } from '../state/feed';
import { type Stored, timerFeed } from '../state/state';
import type { Zone } from '../time/time-zone';
import { keyOfTold } from './ended-rules';
import type { Ledger } from './ledger';
import { type Presence, seenFirst } from './presence';
import type { Known } from './rule';
import { settled } from './settled';
import { workSpans } from './working-hours';

/** An answer is young enough to confirm a reminder: it says what is so, not what was. */
const YOUNG_MS = 90_000;
/** A service that was asked so lately is not asked again for a reminder: it did not answer. */
const ASKED_LATELY_MS = 60_000;

/** What a decision is made from. */
export interface Facts {
  /** What the services answered, and when. */
  stored: Stored;
  /** Null before the first observation. */
  presence: Presence | null;
  /** What was told, and what had not ended when it was seen. */
  ledger: Ledger;
  /** Must have been read: the defaults say that reminders are off, and all would be taken back. */
  preferences: Preferences;
  /** The browser's clock, epoch milliseconds. */
  browserNowMs: number;
  /** The browser's, an IANA name. */
  timeZone: string;
  /** The user lets the browser show notifications. */
  mayShow: boolean;
}

/** What rules look at, and whether the timer's answer is young. */
export interface KnownNow {
  known: Known;
  isYoung: boolean;
}

/** Has the timer's service answered so lately that its answer confirms a reminder? @param nowMs the browser's clock */
export function hasYoungAnswer({ state, schedules }: Stored, nowMs: number): boolean {
  const feed = timerFeed(state);
  if (feed === null) return false;
  const { answeredAtMs, oldAtMs } = scheduleOf(schedules, feed);
  // By a clock that was set back since, an answer of hours ago looks young.
  if (answeredAtMs === null || oldAtMs === null) return false;
  const ageMs = nowMs - answeredAtMs;
  return ageMs >= 0 && ageMs < YOUNG_MS;
}

/** The connection whose answer may confirm a reminder; null if it is better left alone. @param nowMs the browser's clock */
export function toAsk({ state, schedules }: Stored, nowMs: number): string | null {
  const feed = timerFeed(state);
  if (feed === null) return null;
  const { askedAtMs, pausedUntilMs } = scheduleOf(schedules, feed);
  const isLate = askedAtMs === null || Math.abs(nowMs - askedAtMs) >= ASKED_LATELY_MS;
  return isLate && pausedUntilMs === null ? feed.connectionId : null;
}

/** What is known at this moment. A young answer also settles when the person came back. */
export function knownNow(facts: Facts, { hours }: Reminders): KnownNow {
  const { stored, ledger, preferences, browserNowMs, timeZone } = facts;
  const feed = timerFeed(stored.state);
  const offsetMs = feed?.offsetMs ?? 0;
  const nowMs = browserNowMs + offsetMs;
  const isYoung = hasYoungAnswer(stored, browserNowMs);
  const presence = facts.presence ?? seenFirst(nowMs);
  const zone: Zone = { kind: 'named', timeZone };
  const open = new Set(ledger.open.map(({ key }) => key));
  for (const { rule, occurrence } of ledger.told) open.add(keyOfTold(rule, occurrence) ?? '');
  const known: Known = {
    nowMs,
    zone,
    timeZone,
    feeds: stored.state.feeds,
    timer: feed?.data ?? null,
    presence: isYoung ? settled(presence, nowMs, offsetMs) : presence,
    hours,
    spans: workSpans(hours, zone, nowMs),
    dailyGoalS: preferences.dailyGoalS ?? null,
    onlyTopLevelRuns: preferences.onlyTopLevelRuns ?? true,
    wasOpen: (key) => open.has(key),
  };
  return { known, isYoung };
}
