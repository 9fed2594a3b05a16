import { NO_LEDGER } from '../../../lib/core/reminders/ledger.ts';
import type { ReminderPreferences } from '../../../lib/core/settings/reminder-preferences.ts';
import {
  browserNow,
  hasYoungAnswer,
  MINUTE_MS,
  openPopup,
  round,
  type World,
} from './reminding-browser.ts';

/** What happens between two minutes. */
export type Step =
  | { kind: 'wait'; minutes: number }
  | { kind: 'start' | 'stop' | 'lock' | 'leave' | 'return' }
  /** To other work between two answers: no answer says that nothing ran. */
  | { kind: 'switch' }
  /** Popups are opened in two windows: each begins a round that asks. */
  | { kind: 'windows' }
  | { kind: 'sleep' | 'jump'; minutes: number }
  | { kind: 'network'; is: 'good' | 'late' | 'gone' }
  | { kind: 'kill'; before: 'storing' | 'showing' }
  | { kind: 'mute'; minutes: number };

export function newWorld(startMs: number, timeZone: string, reminders: ReminderPreferences): World {
  return {
    ...{ timeZone, reminders, nowMs: startMs, current: null, stoppedAtMs: 0, stopped: 0 },
    ...{
      goneFromMs: null,
      backAtMs: startMs,
      absences: [],
      isSure: true,
      isLocked: false,
      isAsleep: false,
    },
    ...{ network: 'good', kill: null, jumpedMs: 0, answer: null, answeredAtMs: 0 },
    ...{ askedAtMs: 0, isSetBack: false, offsetMs: 0 },
    ...{ presence: null, aliveAtMs: null, ledger: NO_LEDGER, before: null, shown: [] },
    isTroubled: false,
  };
}

/** Does one step. After each minute, `look` may check what is so. */
export function take(world: World, step: Step, look: (world: World) => void): void {
  const pass = (minutes: number) => {
    for (let count = 0; count < minutes; count += 1) {
      minute(world);
      if (!world.isAsleep) look(world);
    }
  };
  switch (step.kind) {
    case 'wait':
      pass(step.minutes);
      break;
    case 'start':
      start(world);
      break;
    case 'stop':
      stop(world);
      break;
    case 'switch':
      stop(world);
      start(world);
      break;
    case 'windows':
      for (const _ of ['first', 'second']) openPopup(world);
      break;
    case 'lock':
      leave(world);
      world.isLocked = true;
      round(world);
      break;
    case 'leave':
      leave(world);
      break;
    case 'return':
      comeBack(world);
      break;
    case 'sleep': {
      leave(world);
      world.isAsleep = true;
      pass(step.minutes);
      world.isAsleep = false;
      // Most computers lock while they sleep; this person opens it again.
      comeBack(world);
      break;
    }
    case 'jump':
      world.jumpedMs += step.minutes * MINUTE_MS;
      world.isSure = false;
      world.isTroubled = true;
      break;
    case 'network':
      world.network = step.is;
      world.isTroubled = true;
      break;
    case 'kill':
      world.kill = step.before;
      world.isTroubled = true;
      break;
    case 'mute':
      world.ledger = {
        ...world.ledger,
        mutedUntilMs: browserNow(world) + world.offsetMs + step.minutes * MINUTE_MS,
      };
  }
}

function start(world: World): void {
  const id = `e${world.nowMs}-${world.stopped}`;
  world.current ??= { id, startedAtMs: world.nowMs };
}

function stop(world: World): void {
  if (world.current === null) return;
  world.current = null;
  world.stoppedAtMs = world.nowMs;
  world.stopped += 1;
}

function leave(world: World): void {
  if (world.goneFromMs !== null) return;
  world.goneFromMs = world.nowMs;
  world.isSure = hasYoungAnswer(world);
}

function comeBack(world: World): void {
  if (world.goneFromMs === null) return;
  const { goneFromMs: fromMs, nowMs: toMs, isSure } = world;
  world.absences.push({ fromMs, toMs, isSure: isSure && world.network === 'good' });
  if (world.nowMs - world.goneFromMs >= 3 * MINUTE_MS) world.backAtMs = world.nowMs;
  world.goneFromMs = null;
  world.isLocked = false;
  round(world);
}

function minute(world: World): void {
  world.before = world.current;
  world.nowMs += MINUTE_MS;
  if (!world.isAsleep) round(world);
}
