import { type Failure, failure } from '../../lib/core/feeds/failure.ts';
import {
  afterAnswer,
  afterAsking,
  afterFailure,
  isDue,
  NEVER_ASKED,
  type Schedule,
  tickMs,
} from '../../lib/core/feeds/schedule.ts';
import { runningFrom } from '../../lib/core/time/clock.ts';
import { alarmFor, isAlarmRight } from '../../lib/core/toolbar/alarm.ts';
import { drawIntervalS, drawStartMs, drawSwitchMs, type Habits, type Random } from './people.ts';
import { type Outcome, RETRY_AFTER_S } from './scenes.ts';

/** One installed extension and its user. Times are epoch milliseconds. */
export interface Install {
  intervalS: number;
  schedule: Schedule;
  /** Of the last request. */
  failure: Failure | null;
  /** When the alarm goes off next. */
  alarmMs: number;
  /** The same with the browser's delay. */
  wakesAtMs: number;
  /** When the running timer started, as the service has it; null if nothing runs. */
  startMs: number | null;
  /** The same as the extension knows it; undefined before the first answer. */
  knownStartMs: number | null | undefined;
  /** When the user switches timers next. */
  switchMs: number;
  /** Whether it had an answer after the trouble. */
  isBack: boolean;
}

export interface World {
  habits: Habits;
  random: Random;
  request: (install: Install, atMs: number) => Outcome;
}

/** The users' midnight: in most of Brazil, UTC-3. */
export const MIDNIGHT_MS = Date.parse('2026-03-13T03:00:00Z');
const DAY_MS = 86_400_000;
const ANSWER_TAKES_MS = 200;
const FAILURES: Record<Outcome, Failure | null> = {
  answer: null,
  refused: failure('network'),
  'too-many-requests': failure('too-many-requests', null, RETRY_AFTER_S),
};

/** An install whose browser is opened at `openedMs`. Its timer has been running for a while. */
export function newInstall({ habits, random }: World, openedMs: number): Install {
  const switchedMs = 2 * openedMs - drawSwitchMs(habits, openedMs, random);
  return {
    intervalS: drawIntervalS(habits, random),
    schedule: NEVER_ASKED,
    failure: null,
    alarmMs: openedMs,
    wakesAtMs: openedMs,
    startMs: drawStartMs(habits, switchedMs, random),
    knownStartMs: undefined,
    switchMs: drawSwitchMs(habits, openedMs, random),
    isBack: false,
  };
}

/** The browser opens, or the alarm goes off. Afterwards `alarmMs` says when it goes off next. */
export function wake(world: World, install: Install): void {
  const nowMs = install.wakesAtMs;
  const periodMs = tickMs(install.intervalS);
  // A browser repeats an alarm in the same phase, even if one was late.
  while (install.alarmMs <= nowMs) install.alarmMs += periodMs;
  const { intervalS, schedule } = install;
  const wish = { asker: 'alarm' as const, sinceMs: 0, intervalS };
  if (!isDue(schedule, install.failure, wish, nowMs)) return;
  const asked = afterAsking(schedule, nowMs, intervalS);
  const failed = FAILURES[world.request(install, nowMs)];
  const thenMs = nowMs + ANSWER_TAKES_MS;
  install.failure = failed;
  install.schedule =
    failed === null
      ? afterAnswer(asked, thenMs, intervalS, nextMidnightMs(nowMs))
      : afterFailure(asked, failed, thenMs, intervalS, world.random());
  if (failed === null) learn(world, install, thenMs);
}

/** Takes what runs from the answer. If it is new, the alarm moves to just after its minutes turn. */
function learn({ habits, random }: World, install: Install, nowMs: number): void {
  while (install.switchMs <= nowMs) {
    install.startMs = drawStartMs(habits, install.switchMs, random);
    install.switchMs = drawSwitchMs(habits, install.switchMs, random);
  }
  if (install.startMs === install.knownStartMs) return;
  install.knownStartMs = install.startMs;
  const clock = install.startMs === null ? null : runningFrom(install.startMs);
  const periodMs = tickMs(install.intervalS);
  const wanted = alarmFor(clock, periodMs, nowMs, 0);
  if (isAlarmRight({ whenMs: install.alarmMs, periodMs }, wanted, clock, nowMs)) return;
  install.alarmMs = wanted.whenMs;
}

function nextMidnightMs(atMs: number): number {
  return atMs + DAY_MS - ((atMs - MIDNIGHT_MS) % DAY_MS);
}
