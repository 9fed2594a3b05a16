import type { Timer } from '../../../lib/core/olie/timer.ts';
import { type Decision, decide } from '../../../lib/core/reminders/decide.ts';
import type { Facts } from '../../../lib/core/reminders/known.ts';
import type { Ledger } from '../../../lib/core/reminders/ledger.ts';
import { type Presence, presenceAfter } from '../../../lib/core/reminders/presence.ts';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences.ts';
import type { ReminderPreferences } from '../../../lib/core/settings/reminder-preferences.ts';
import { NO_STATE } from '../../../lib/core/state/state.ts';
import { answeredSchedule, olieFeed } from './example-feed.ts';
import { exampleExecution, exampleTimer } from './example-timer.ts';
import { uiAt } from './ui.ts';

export const MINUTE_MS = 60_000;
/** Made once: formats are expensive. */
const WORDS = uiAt(0);
/** Parsed once, too. */
const EXAMPLE = exampleTimer();
const [SESSION] = EXAMPLE.recent;
const EXECUTION = exampleExecution();
/** While nobody is there, the service is asked this often. */
const AWAY_INTERVAL_MS = 5 * MINUTE_MS;

interface Execution {
  id: string;
  startedAtMs: number;
}

/** What an answer said. */
interface Answer {
  /** True time. */
  atMs: number;
  current: Execution | null;
}

/** What was shown, and what was true then. */
interface Shown {
  id: string;
  title: string;
  message: string;
  /**
   * The service's time as the browser knew it. Nobody notices that it is wrong if the clock was set back by as much as the
   * computer then slept.
   */
  atMs: number;
  answer: Answer;
  isLocked: boolean;
}

/** A person, a service and a browser with reminders. Times are the true ones, but for `jumpedMs`. */
export interface World {
  timeZone: string;
  reminders: ReminderPreferences;
  nowMs: number;
  current: Execution | null;
  stoppedAtMs: number;
  stopped: number;
  /** Since when nobody is there, by input, lock or sleep; null if somebody is. */
  goneFromMs: number | null;
  backAtMs: number;
  /** In true times. */
  absences: { fromMs: number; toMs: number; isSure: boolean }[];
  /** The browser can tell when they left and came back. */
  isSure: boolean;
  isLocked: boolean;
  isAsleep: boolean;
  network: 'good' | 'late' | 'gone';
  kill: 'storing' | 'showing' | null;
  /** How far the computer's clock is ahead. */
  jumpedMs: number;
  /** What the browser knows and keeps. */
  answer: Answer | null;
  answeredAtMs: number;
  askedAtMs: number;
  /** The clock was set back since the answer. */
  isSetBack: boolean;
  offsetMs: number;
  presence: Presence | null;
  aliveAtMs: number | null;
  ledger: Ledger;
  /** What the service would have said a minute ago. */
  before: Execution | null;
  shown: Shown[];
  /** Something happened in this minute that may cost a round. */
  isTroubled: boolean;
}

/** The computer's clock. */
export const browserNow = (world: World) => world.nowMs + world.jumpedMs;

/** What the background does when an alarm goes off or the browser says who is there. */
export function round(world: World): void {
  observe(world);
  const isAway = world.presence?.awayFromMs !== null;
  const ageMs = browserNow(world) - world.answeredAtMs;
  // Alarms are never exact: what falls due before the middle of the next gap is asked now.
  const isDue = ageMs < 0 || ageMs >= (isAway ? AWAY_INTERVAL_MS : MINUTE_MS) - MINUTE_MS / 2;
  if (world.answer === null || isDue) ask(world);
  const first = decideNow(world);
  carryOut(world, first);
  if (!first.askFirst) return;
  ask(world);
  carryOut(world, decideNow(world));
}

/** An opened popup begins a round in which the timer is asked. */
export function openPopup(world: World): void {
  ask(world);
  round(world);
}

/** The service answered within a minute and a half, by the computer's clock. */
export function hasYoungAnswer(world: World): boolean {
  const ageMs = browserNow(world) - world.answeredAtMs;
  return world.answer !== null && !world.isSetBack && ageMs >= 0 && ageMs < 90_000;
}

function observe(world: World): void {
  const { goneFromMs, isLocked, nowMs, offsetMs, aliveAtMs } = world;
  const isIdle = goneFromMs !== null && nowMs - goneFromMs >= MINUTE_MS;
  const state = isLocked ? 'locked' : isIdle ? 'idle' : 'active';
  const atMs = browserNow(world);
  const isSure = hasYoungAnswer(world);
  world.presence = presenceAfter(world.presence, { state, atMs, offsetMs, isSure, aliveAtMs });
  world.aliveAtMs = atMs;
}

function ask(world: World): void {
  const nowMs = browserNow(world);
  if (world.askedAtMs > nowMs) world.isSetBack = true;
  world.askedAtMs = nowMs;
  if (world.network === 'gone') return;
  const current = world.network === 'late' ? world.before : world.current;
  world.answer = { atMs: world.nowMs, current };
  world.answeredAtMs = nowMs;
  world.isSetBack = false;
  world.offsetMs = -world.jumpedMs;
}

function decideNow(world: World): Decision {
  return decide(factsIn(world), WORDS);
}

function factsIn(world: World): Facts {
  const { answer, answeredAtMs, isSetBack, offsetMs, presence, ledger, timeZone, reminders } =
    world;
  const feed = olieFeed({ data: answer && timerOf(world, answer), offsetMs });
  const schedule = answeredSchedule({
    answeredAtMs: answer && answeredAtMs,
    oldAtMs: answer && !isSetBack ? answeredAtMs + 3 * MINUTE_MS : null,
  });
  return {
    stored: {
      state: { ...NO_STATE, feeds: [feed] },
      schedules: { [feed.connectionId]: schedule },
    },
    preferences: { ...DEFAULT_PREFERENCES, reminders },
    ...{ presence, ledger, timeZone, browserNowMs: browserNow(world), mayShow: true },
  };
}

function timerOf({ stopped, stoppedAtMs }: World, { atMs, current }: Answer): Timer {
  const last = SESSION && { ...SESSION, id: `s${stopped}`, finishedAtMs: stoppedAtMs };
  return {
    ...EXAMPLE,
    ...{ answeredAtMs: atMs, totalS: null, idleS: null, lastEarlier: null },
    current: current && { ...EXECUTION, ...current },
    recent: stopped > 0 && last ? [last] : [],
  };
}

/** Clear, store, show. A worker that is killed has lost what comes after. */
function carryOut(world: World, { ledger, presence, show }: Decision): void {
  const { kill, offsetMs, answer, isLocked } = world;
  const atMs = browserNow(world) + offsetMs;
  const isKilled = kill !== null && show.length > 0;
  if (isKilled) world.kill = null;
  if (isKilled && kill === 'storing') return;
  world.ledger = ledger;
  world.presence = presence;
  if (isKilled || answer === null) return;
  world.shown.push(...show.map(({ rule, ...said }) => ({ ...said, atMs, answer, isLocked })));
}
