import { dequal } from 'dequal/lite';
import { type Reminders, type RuleKey, remindersOf } from '../settings/reminder-preferences';
import { type State, serverOffset, timerFeed } from '../state/state';
import type { Words } from '../ui';
import { endsIn, keyOfTold } from './ended-rules';
import { allFound, type Found, holding, isAmong, wasTold } from './found';
import { type Facts, hasYoungAnswer, type KnownNow, knownNow } from './known';
import { type Ledger, notificationId, pruned, type Told } from './ledger';
import type { Presence } from './presence';
import { mayTell, toldToday } from './quiet';
import type { Known, Said } from './rule';
import { RULES } from './rules';

/** A notification to show. */
export interface Reminder extends Said {
  id: string;
  rule: RuleKey;
}

/**
 * What to do now, in this order: clear what is taken back, store the ledger and the presence, then show. A worker that is
 * killed meanwhile shows nothing twice.
 */
export interface Decision {
  /** The ids of notifications whose reason is gone. */
  takeBack: string[];
  /** The given one if nothing changed. */
  ledger: Ledger;
  /** The given one if nothing changed; null before the first observation. */
  presence: Presence | null;
  show: Reminder[];
  /** Something would be told, and no young answer says that it is so: ask the timer's service, then decide again. */
  askFirst: boolean;
}

/**
 * What to tell, and what to take back. Reminders about time need a young answer; others tell what an answer has just said.
 * @param words in the user's language
 */
export function decide(facts: Facts, words: Words): Decision {
  const { ledger } = facts;
  const reminders = remindersOf(facts.preferences.reminders);
  if (!reminders.isOn) return whileOff(facts);
  const now = knownNow(facts, reminders);
  const { known, isYoung } = now;
  const found = allFound(known, reminders);
  // Nobody would see it: it is told once somebody does, if it still holds.
  const isSeen = facts.mayShow && !known.presence.isLocked;
  const ripe = isSeen ? ripeNow(found, ledger, known, reminders) : [];
  const askFirst = !isYoung && ripe.some(({ key }) => RULES[key].isTimed);
  const telling = ripe.filter(({ key }) => isYoung || !RULES[key].isTimed);
  const covered = coveredBy(telling, found);
  const shown = ledger.told.filter(({ isShown }) => isShown);
  const held = new Set(holding(shown, found, known, reminders));
  const gone = shown.filter((one) => !held.has(one) || isAmong(covered, one));
  const next = nextLedger(ledger, found, { telling, covered, gone }, now);
  const isSettled = facts.presence !== null && !dequal(known.presence, facts.presence);
  return {
    takeBack: gone.map(({ rule, occurrence }) => notificationId(rule, occurrence)),
    ledger: dequal(next, ledger) ? ledger : next,
    presence: isSettled ? known.presence : facts.presence,
    show: telling.map(({ key, occurrence }) => ({
      id: notificationId(key, occurrence.id),
      rule: key,
      ...occurrence.say(words),
    })),
    askFirst,
  };
}

/** What a rule would say: the button *Show* beside it. */
export function exampleReminder(
  rule: RuleKey,
  nowMs: number,
  timeZone: string,
  words: Words,
): Reminder {
  const say = RULES[rule].example(nowMs, { kind: 'named', timeZone });
  return { id: notificationId(rule, 'example'), rule, ...say(words) };
}

/** All is taken back, and what ends meanwhile is not told later. */
function whileOff({ stored, ledger, presence, browserNowMs }: Facts): Decision {
  const shown = ledger.told.filter(({ isShown }) => isShown);
  const told = ledger.told.map((one) => (one.isShown ? { ...one, isShown: false } : one));
  const isSame = shown.length === 0 && ledger.open.length === 0;
  const next = isSame ? ledger : { ...ledger, told, open: [] };
  const nowMs = browserNowMs + serverOffset(stored.state);
  return {
    takeBack: shown.map(({ rule, occurrence }) => notificationId(rule, occurrence)),
    ledger: mayForget(stored.state, hasYoungAnswer(stored, browserNowMs))
      ? pruned(next, () => false, nowMs)
      : next,
    presence,
    show: [],
    askFirst: false,
  };
}

/** By a clock that is wrong, all would be forgotten: a young answer of the timer's says that it is right. */
function mayForget(state: Pick<State, 'feeds'>, isYoung: boolean): boolean {
  return isYoung || timerFeed(state) === null;
}

/** What may be told now, the one that became due first before the others. */
function ripeNow(found: Found[], ledger: Ledger, known: Known, { atMostADay }: Reminders): Found[] {
  const room = { left: atMostADay - toldToday(ledger, known) };
  const ripe = found.filter(({ key, occurrence }) => {
    if (occurrence.isWaiting || wasTold(ledger, { key, occurrence })) return false;
    return mayTell(RULES[key], occurrence, known, ledger);
  });
  const covered = coveredBy(ripe, ripe);
  return ripe
    .filter((one) => !covered.includes(one))
    .sort((a, b) => a.occurrence.dueAtMs - b.occurrence.dueAtMs)
    .filter(({ key }) => !RULES[key].isTimed || room.left-- > 0);
}

/** What is said by one of these already: one notification is enough. */
function coveredBy(telling: Found[], found: Found[]): Found[] {
  return telling.flatMap(({ occurrence: { covers } }) =>
    found.filter(({ key, occurrence: { dueAtMs } }) => {
      return covers?.rule === key && dueAtMs >= covers.fromMs && dueAtMs <= covers.toMs;
    }),
  );
}

function nextLedger(
  ledger: Ledger,
  found: Found[],
  { telling, covered, gone }: { telling: Found[]; covered: Found[]; gone: Told[] },
  { known, isYoung }: KnownNow,
): Ledger {
  const { nowMs } = known;
  const row = ({ key, occurrence }: Found, isShown: boolean): Told => ({
    rule: key,
    occurrence: occurrence.id,
    toldAtMs: nowMs,
    isShown,
    ...(isShown ? {} : { isCovered: true }),
  });
  const before = ledger.told.map((one) => (gone.includes(one) ? { ...one, isShown: false } : one));
  const fresh = telling.map((one) => row(one, true));
  const untold = covered.filter((one) => !wasTold(ledger, one));
  const told = [...before, ...fresh, ...untold.map((one) => row(one, false))];
  const next = { ...ledger, told };
  const open = openAfter(next, found, known);
  return mayForget(known, isYoung)
    ? pruned({ ...next, open }, (one) => isAmong(found, one), nowMs)
    : { ...next, open };
}

/** What has not ended, and what has and waits to be told. */
function openAfter(ledger: Ledger, found: Found[], { feeds, nowMs }: Known): Ledger['open'] {
  const ends = endsIn(feeds);
  const waiting = found
    .filter((one) => !wasTold(ledger, one))
    .map(({ key, occurrence }) => keyOfTold(key, occurrence.id));
  const kept = ledger.open.filter(({ key }) => !ends.get(key) || waiting.includes(key));
  const keys = new Set(kept.map(({ key }) => key));
  const added = [...ends].filter(([key, hasEnded]) => !hasEnded && !keys.has(key));
  return [...kept, ...added.map(([key]) => ({ key, sinceMs: nowMs }))];
}
