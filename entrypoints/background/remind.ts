import { loadChoices, preferencesOf } from '../../lib/browser/choices-storage';
import { loadPersonState, type PersonState } from '../../lib/browser/idle';
import { clearNotification, mayNotify } from '../../lib/browser/notifications';
import { orElse } from '../../lib/browser/or-else';
import {
  loadAliveAtMs,
  loadRemembered,
  type Remembered,
  saveAliveAtMs,
  saveRemembered,
} from '../../lib/browser/reminders-storage';
import { loadStored } from '../../lib/browser/state-storage';
import { browserTimeZone, wordsFor } from '../../lib/browser/texts';
import type { Failure } from '../../lib/core/feeds/failure';
import type { CommandOf } from '../../lib/core/messages/command';
import { decide } from '../../lib/core/reminders/decide';
import { hasYoungAnswer, toAsk } from '../../lib/core/reminders/known';
import { type Presence, presenceAfter, presentFromMs } from '../../lib/core/reminders/presence';
import { endOfToday } from '../../lib/core/reminders/quiet';
import type { Unkept } from '../../lib/core/reminders/unkept';
import { withoutKept, withUnkept } from '../../lib/core/reminders/with-unkept';
import { remindersOf } from '../../lib/core/settings/reminder-preferences';
import { type Stored, serverOffset, timerFeed } from '../../lib/core/state/state';
import { HOUR_MS } from '../../lib/core/time/time-zone';
import { absencesKept, keepAbsences } from './keep-absences';
import type { Loaded } from './load';
import { createQueue } from './queue';
import { refusalOf } from './refusal-of';
import { show } from './show-reminder';

/** What is remembered is read and written by one at a time. */
const inTurn = createQueue();

/** Resolves when all that was to be told is told, and the absences are written. */
export async function reminded(): Promise<void> {
  await inTurn(async () => undefined);
  await absencesKept();
}

/** Remembers at once who is at the computer: the next round would note a later time. */
export async function personChanged(person: PersonState): Promise<void> {
  const atMs = Date.now();
  await orElse(() => inTurn(() => observe(person, atMs)));
}

/**
 * Remembers who is at the computer when a round begins. If the computer's clock was changed, the round's answer brings another
 * offset, and the time since the last look can only be told by the one before. No round waits for it.
 */
export function personSeen({ isRead, preferences, stored }: Loaded): void {
  if (!isRead || !remindersOf(preferences.reminders).isOn) return;
  const act = async () => {
    // The first look since the browser started has no time to measure. It is better made once an answer tells the true time.
    if ((await loadAliveAtMs()) !== null)
      await observe(await loadPersonState(), Date.now(), stored);
  };
  orElse(() => inTurn(act));
}

async function observe(person: PersonState, atMs: number, known?: Stored): Promise<void> {
  const [stored, remembered] = await Promise.all([known ?? loadStored(), loadRemembered()]);
  // Without a presence, reminders are off.
  if (remembered.presence === null) return;
  await keep(await observed(remembered, stored, person, atMs), remembered, atMs);
}

/**
 * Stores what is new, and then the sign of life: a worker that is killed between the two notes the same absence again. The sign
 * is stored also if the disk is full, or the time until the next one would look like sleep.
 * @param show what is told once the ledger is stored
 */
async function keep(
  next: Remembered,
  known: Remembered,
  atMs: number,
  show?: () => Promise<void>,
): Promise<void> {
  const isNew = next.ledger !== known.ledger || next.presence !== known.presence;
  try {
    if (isNew) await saveRemembered(next);
    await show?.();
  } finally {
    if (next.presence !== null) await saveAliveAtMs(atMs);
  }
}

/**
 * Tells what is to be told after a round, and takes back what is not true any more. Nothing is told that could not be stored
 * before: it would be told again. No round waits for it.
 * @param stored what is known now
 * @param ask asks a connection whose answer must confirm a reminder first
 */
export function remind(
  stored: Stored,
  { isRead, preferences, timeZone }: Pick<Loaded, 'isRead' | 'preferences' | 'timeZone'>,
  ask: (connectionId: string) => void,
): void {
  // What was not read looks as if nothing ran: all would be taken back.
  if (!isRead) return;
  const { isOn } = remindersOf(preferences.reminders);
  const act = async () => {
    const remembered = await loadRemembered();
    // Most users never switch reminders on: for them, nothing more is read.
    const isUnused = remembered.presence === null && remembered.ledger.told.length === 0;
    if (!isOn && isUnused) return;
    const connectionId = await tell(stored, remembered, timeZone);
    if (connectionId !== null) ask(connectionId);
  };
  orElse(() => inTurn(act));
}

/** @returns the connection to ask first; null for none */
async function tell(stored: Stored, known: Remembered, timeZone: string): Promise<string | null> {
  // As they are now: while the round waited for an answer, somebody may have locked the screen or switched a reminder off.
  const [choices, person] = await Promise.all([loadChoices(), loadPersonState()]);
  // What was not read looks as if reminders were off: all would be taken back.
  if (choices.own === null) return null;
  const preferences = preferencesOf(choices);
  const { isOn, rules } = remindersOf(preferences.reminders);
  const browserNowMs = Date.now();
  // While reminders are off, it is not remembered who is at the computer. Nor while nothing is connected: no alarm looks
  // then, and that would be taken for sleep.
  const { ledger, presence } =
    isOn && stored.state.feeds.length > 0
      ? await observed(known, stored, person, browserNowMs)
      : { ...known, presence: null };
  const mayShow = isOn && (await mayNotify());
  const facts = { stored, presence, ledger, preferences, browserNowMs, timeZone, mayShow };
  const decision = decide(facts, wordsFor(preferences));
  for (const id of decision.takeBack) await clearNotification(id);
  const mayKeep = isOn && rules.away !== 'off' && !preferences.isHistoryOff;
  const timer = timerFeed(stored.state)?.connectionId;
  const next = {
    ledger: decision.ledger,
    // Stored before they are written: the database may refuse, and the worker may be stopped.
    presence: mayKeep ? withUnkept(decision.presence, known.presence, timer) : decision.presence,
  };
  await keep(next, known, browserNowMs, async () => {
    for (const reminder of decision.show) await show(reminder, preferences);
  });
  if (mayKeep) keepAbsences(next.presence?.unkept ?? [], forgetKept);
  return decision.askFirst ? toAsk(stored, browserNowMs) : null;
}

/** Forgets the absences: otherwise they would come into the history again. Rejects if the disk is full. */
export async function forgetAbsences(): Promise<void> {
  await absencesKept();
  await changePresence((presence) => {
    if (presence.absences.length === 0) return presence;
    const seenFromMs = presentFromMs(presence);
    return { ...presence, seenFromMs, absences: [], unkept: undefined };
  });
}

/** Takes off the list what the history has by now. */
function forgetKept(kept: Unkept[]): Promise<void> {
  return changePresence((presence) =>
    presence.unkept?.length ? withoutKept(presence, kept) : presence,
  );
}

/** @param change returns the same object if there is nothing to change */
function changePresence(change: (presence: Presence) => Presence): Promise<void> {
  return inTurn(async () => {
    const remembered = await loadRemembered();
    const presence = remembered.presence && change(remembered.presence);
    if (presence !== remembered.presence) await saveRemembered({ ...remembered, presence });
  });
}

/** With the same presence if nothing is new of it. */
async function observed(
  known: Remembered,
  stored: Stored,
  state: PersonState,
  atMs: number,
): Promise<Remembered> {
  const offsetMs = serverOffset(stored.state);
  const aliveAtMs = known.presence && (await loadAliveAtMs());
  const isSure = hasYoungAnswer(stored, atMs);
  const presence = presenceAfter(known.presence, { state, atMs, offsetMs, isSure, aliveAtMs });
  return { ...known, presence };
}

/** Tells nothing for a while, or tells again. @returns null, or why that is not remembered */
export function mute({ until }: CommandOf<'mute'>): Promise<Failure | null> {
  const write = async () => {
    const [stored, remembered] = await Promise.all([loadStored(), loadRemembered()]);
    const nowMs = Date.now() + serverOffset(stored.state);
    const mutedUntilMs = {
      'two-hours': nowMs + 2 * HOUR_MS,
      today: endOfToday(nowMs, browserTimeZone()),
      not: null,
    }[until];
    await saveRemembered({ ...remembered, ledger: { ...remembered.ledger, mutedUntilMs } });
  };
  return refusalOf(() => inTurn(write), 'Reminders could not be muted');
}
