import type { Schedule } from '../../../lib/core/feeds/schedule.ts';
import type { Timer } from '../../../lib/core/olie/timer.ts';
import { decide } from '../../../lib/core/reminders/decide.ts';
import type { Facts } from '../../../lib/core/reminders/known.ts';
import { type Ledger, NO_LEDGER } from '../../../lib/core/reminders/ledger.ts';
import { type Presence, seenFirst } from '../../../lib/core/reminders/presence.ts';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences.ts';
import type {
  ReminderPreferences,
  RuleKey,
} from '../../../lib/core/settings/reminder-preferences.ts';
import type { Feed } from '../../../lib/core/state/feed.ts';
import { NO_STATE } from '../../../lib/core/state/state.ts';
import { createFormat } from '../../../lib/core/time/format.ts';
import { answeredSchedule, olieFeed } from './example-feed.ts';
import { localMs } from './example-history.ts';
import { EXAMPLE_ZONE, exampleExecution, exampleTimer } from './example-timer.ts';
import { type Language, textsOf } from './texts.ts';

/** All rules off: a test switches its own on. */
export const ALL_OFF: Record<RuleKey, 'off'> = {
  ...{ 'still-running': 'off', 'after-hours': 'off', away: 'off', 'not-started': 'off' },
  ...{ goal: 'off', expected: 'off', 'workflow-failed': 'off', 'workflow-ended': 'off' },
  ...{ 'run-failed': 'off', 'run-ended': 'off' },
};

/** What differs from a working day on which nothing was told, and of which an answer has just come. */
export interface Case extends Partial<Omit<Facts, 'stored'>> {
  /** By the clock in São Paulo: '2026-03-13 12:00', a Friday. */
  at: string;
  timer?: Timer | null;
  /** Whether the timer is connected. Default: true. */
  isConnected?: boolean;
  others?: Feed[];
  /** How old the answer is, in seconds. */
  ageS?: number;
  schedule?: Partial<Schedule>;
  /** How far the service's clock is ahead of the browser's. */
  offsetMs?: number;
  rules?: ReminderPreferences['rules'];
  reminders?: ReminderPreferences;
}

/** The facts of a case. The browser's clock is right. */
function factsOf({
  at,
  timer = null,
  others = [],
  ageS = 0,
  isConnected = true,
  ...rest
}: Case): Facts {
  const { rules, reminders, schedule, offsetMs = 0, ...facts } = rest;
  const browserNowMs = localMs(at);
  const feed = olieFeed({ data: timer, offsetMs });
  const answeredAtMs = browserNowMs - ageS * 1000;
  return {
    stored: {
      state: { ...NO_STATE, feeds: [...(isConnected ? [feed] : []), ...others] },
      schedules: { [feed.connectionId]: answeredSchedule({ answeredAtMs, ...schedule }) },
    },
    presence: seenFirst(localMs(`${at.slice(0, 10)} 08:00`)),
    ledger: NO_LEDGER,
    browserNowMs,
    timeZone: EXAMPLE_ZONE,
    mayShow: true,
    preferences: {
      ...DEFAULT_PREFERENCES,
      reminders: { isOn: true, rules: { ...ALL_OFF, ...rules }, ...reminders },
    },
    ...facts,
  };
}

export function decided(one: Case, language: Language = 'en') {
  // With 24 hours: "14:05" in every language.
  const format = createFormat(language, { hours: '24' });
  return decide(factsOf(one), { t: textsOf(language), format });
}

/** The reminders that are shown. */
export function toldIn(one: Case) {
  return decided(one).show;
}

/** The ids of their notifications. */
export function idsIn(one: Case): string[] {
  return toldIn(one).map(({ id }) => id);
}

/** So many reminders of a rule, told at that time. */
export function ledgerOf(count: number, at: string, rule = 'away'): Ledger {
  const told = Array.from({ length: count }, (_, index) => {
    return { rule, occurrence: `x ${index}`, toldAtMs: localMs(at), isShown: false };
  });
  return { ...NO_LEDGER, told };
}

/** A timer that runs since then: the execution `exe`, of "AD-1 awdawd". */
export function running(since: string, patch: Partial<Timer> = {}): Timer {
  const current = exampleExecution({ id: 'exe', startedAtMs: localMs(since) });
  const counts = { totalS: null, idleS: null, projectTotalS: null, stepTotalS: null };
  return exampleTimer({ current, recent: [], lastEarlier: null, ...counts, ...patch });
}

/** A timer of which nothing runs. */
export function stopped(patch: Partial<Timer> = {}): Timer {
  return { ...running('2026-03-13 09:00'), current: null, ...patch };
}

/** Somebody who was away from one moment to another, and is back. */
export function backFrom(from: string, to: string, patch: Partial<Presence> = {}): Presence {
  const absence = {
    fromMs: localMs(from),
    toMs: localMs(to),
    leftAtMs: null,
    returnedAtMs: null,
    sleptAtMs: null,
  };
  return { ...seenFirst(localMs(`${from.slice(0, 10)} 08:00`)), absences: [absence], ...patch };
}
