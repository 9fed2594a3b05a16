import { type Reminders, RULE_KEYS, type RuleKey } from '../settings/reminder-preferences';
import { listedRuns } from './ended-rules';
import type { Ledger, Told } from './ledger';
import type { Known, Occurrence } from './rule';
import { RULES } from './rules';

/** An occurrence and its rule. */
export interface Found {
  key: RuleKey;
  occurrence: Occurrence;
}

/** What the rules that are on find now. */
export function allFound(known: Known, { rules }: Reminders): Found[] {
  return RULE_KEYS.flatMap((key) => {
    const choice = rules[key];
    if (choice === 'off') return [];
    const occurrences = RULES[key].find(known, choice === 'on' ? 0 : choice);
    return occurrences.map((occurrence) => ({ key, occurrence }));
  });
}

/** True if that row tells of this occurrence. */
function isOf(one: Told, { key, occurrence: { id, sinceMs = Infinity } }: Found): boolean {
  return one.rule === key && (one.occurrence === id || one.toldAtMs >= sinceMs);
}

/** Was that told before? */
export function wasTold({ told }: Ledger, found: Found): boolean {
  return told.some((one) => isOf(one, found));
}

/** Is that row about one of these? */
export function isAmong(found: Found[], told: Told): boolean {
  return found.some((one) => isOf(told, one));
}

/** What was told and is still so. */
export function holding(
  told: Told[],
  found: Found[],
  { nowMs, feeds }: Known,
  { rules }: Reminders,
): Told[] {
  const listed = listedRuns(feeds);
  const isOn = (rule: string) => RULE_KEYS.some((key) => key === rule && rules[key] !== 'off');
  return told.filter((one) => {
    const same = found.find((other) => isOf(one, other));
    if (same !== undefined) return same.occurrence.stays || same.occurrence.dueAtMs <= nowMs;
    // A failed run stays failed, even after newer runs have pushed it out of the list.
    const { rule, occurrence } = one;
    return isOn(rule) && rule.startsWith('run-') && listed?.has(occurrence) === false;
  });
}
