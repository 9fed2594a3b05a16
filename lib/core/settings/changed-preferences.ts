import { dequal } from 'dequal/lite';
import type { Preferences } from './preferences';

/** The preferences that differ: what to save. One that was taken away is undefined. */
export function changesOf(before: Preferences, after: Preferences): Partial<Preferences> {
  const [old, now] = [new Map(fieldsIn(before)), new Map(fieldsIn(after))];
  const names = new Set([...old.keys(), ...now.keys()]);
  const changed = [...names].filter((name) => !dequal(old.get(name), now.get(name)));
  return Object.fromEntries(changed.map((name) => [name, now.get(name)]));
}

function fieldsIn(preferences: Preferences): [string, unknown][] {
  return Object.entries(preferences);
}
