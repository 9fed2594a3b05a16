import { failure } from '../../lib/core/feeds/failure.ts';
import {
  afterAnswer,
  afterAsking,
  afterFailure,
  isDue,
  NEVER_ASKED,
  type Schedule,
  tickMs,
  type Wish,
} from '../../lib/core/feeds/schedule.ts';
import { REFRESH_INTERVALS_S } from '../../lib/core/settings/preferences.ts';
import { runningFrom } from '../../lib/core/time/clock.ts';
import { alarmFor, isAlarmRight } from '../../lib/core/toolbar/alarm.ts';
import {
  ALARM,
  type Installs,
  KNOWN_START,
  read,
  readSchedule,
  START,
  SWITCH,
  write,
  writeSchedule,
} from './installs.ts';
import { drawInterval, drawStart, drawSwitch, type Habits } from './people.ts';
import type { Random } from './random.ts';
import { type Outcome, RETRY_AFTER_S } from './scenes.ts';

/** What an install lives in. Times are epoch milliseconds. */
export interface World {
  installs: Installs;
  habits: Habits;
  random: Random;
  /** The user's midnight that comes next; time never goes back. */
  midnightAfter: (atMs: number) => number;
  /** A request, and what becomes of it. */
  request: (id: number, atMs: number) => Outcome;
}

/** From the request to the answer. */
const ANSWER_MS = 200;
/** No start: what an install knows before its first answer. */
const NOTHING_KNOWN = -1;
/** By the number that is kept as an install's cause. */
const CAUSES = [null, failure('network'), failure('too-many-requests', null, RETRY_AFTER_S)];
const CAUSE_OF: Record<Outcome, number> = { answer: 0, refused: 1, 'too-many-requests': 2 };
/** One wish for each interval, made once. */
const WISHES = REFRESH_INTERVALS_S.map(
  (intervalS): Wish => ({ asker: 'alarm', sinceMs: 0, intervalS }),
);

/** An install whose browser is opened at that moment: what runs began at some moment before. */
export function settle({ installs, habits, random }: World, id: number, openedMs: number): void {
  installs.interval[id] = drawInterval(habits, random);
  writeSchedule(installs, id, NEVER_ASKED);
  write(installs, id, ALARM, openedMs);
  write(installs, id, KNOWN_START, NOTHING_KNOWN);
  const switchedMs = 2 * openedMs - drawSwitch(habits, openedMs, random);
  write(installs, id, START, drawStart(habits, switchedMs, random));
  write(installs, id, SWITCH, drawSwitch(habits, openedMs, random));
}

/**
 * The browser opens, or the alarm goes off: what `runRound` does.
 * @returns when it wakes next
 */
export function wake(world: World, id: number, nowMs: number, scratch: Schedule): number {
  const { installs } = world;
  const wish = WISHES[installs.interval[id] ?? 0];
  if (wish === undefined) throw new Error('There is no such interval');
  const alarmMs = read(installs, id, ALARM);
  // The browser's own repeating: it keeps its phase however late it was.
  const periodMs = tickMs(wish.intervalS);
  let nextMs = alarmMs;
  while (nextMs <= nowMs) nextMs += periodMs;
  write(installs, id, ALARM, nextMs);
  round(world, id, nowMs, wish, scratch);
  return read(installs, id, ALARM);
}

/** Asks if it is time, by the extension's own schedule. */
function round(world: World, id: number, nowMs: number, wish: Wish, scratch: Schedule): void {
  const { installs } = world;
  const { intervalS } = wish;
  readSchedule(installs, id, scratch);
  if (!isDue(scratch, CAUSES[installs.cause[id] ?? 0] ?? null, wish, nowMs)) return;
  const asked = afterAsking(scratch, nowMs, intervalS);
  const cause = CAUSE_OF[world.request(id, nowMs)];
  installs.cause[id] = cause;
  const failed = CAUSES[cause] ?? null;
  const thenMs = nowMs + ANSWER_MS;
  if (failed === null) {
    writeSchedule(installs, id, afterAnswer(asked, thenMs, intervalS, world.midnightAfter(nowMs)));
    learn(world, id, thenMs, intervalS);
    return;
  }
  writeSchedule(installs, id, afterFailure(asked, failed, thenMs, intervalS, world.random()));
}

/** The answer names what runs now; where that is news, the alarm follows its turn. */
function learn(world: World, id: number, nowMs: number, intervalS: number): void {
  const { installs } = world;
  const startMs = startNow(world, id, nowMs);
  // What is known already has its alarm: it would be found right again.
  if (Object.is(startMs, read(installs, id, KNOWN_START))) return;
  write(installs, id, KNOWN_START, startMs);
  const clock = Number.isNaN(startMs) ? null : runningFrom(startMs);
  const periodMs = tickMs(intervalS);
  const whenMs = read(installs, id, ALARM);
  const wanted = alarmFor(clock, periodMs, nowMs, 0);
  if (isAlarmRight({ whenMs, periodMs }, wanted, clock, nowMs)) return;
  write(installs, id, ALARM, wanted.whenMs);
}

/** What runs, once the user has switched as often as they did until now; NaN where nothing does. */
function startNow({ installs, habits, random }: World, id: number, nowMs: number): number {
  let switchMs = read(installs, id, SWITCH);
  while (switchMs <= nowMs) {
    write(installs, id, START, drawStart(habits, switchMs, random));
    switchMs = drawSwitch(habits, switchMs, random);
    write(installs, id, SWITCH, switchMs);
  }
  return read(installs, id, START);
}
