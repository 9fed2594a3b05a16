import {
  type Observation,
  type Presence,
  presenceAfter,
  seenFirst,
} from '../../../lib/core/reminders/presence.ts';

/** A moment of 13 March 2026, UTC: '14:05' or '14:05:30'. */
export const at = (time: string) =>
  Date.parse(`2026-03-13T${time}:00Z`.replace(/(:\d\d:\d\d):00Z/, '$1Z'));
export const clock = (atMs: number) => new Date(atMs).toISOString().slice(11, 19);
export const START = at('09:00');

/** Observations in order; `alive` each minute before the next one unless it says `asleep`. */
export function seenAll(
  seen: [time: string, state: Observation['state'], asleepFrom?: string][],
): Presence {
  return seen.reduce<Presence>((presence, [time, state, asleepFrom]) => {
    const aliveAtMs = at(asleepFrom ?? time) - (asleepFrom ? 0 : 30_000);
    return presenceAfter(presence, { state, atMs: at(time), offsetMs: 0, isSure: true, aliveAtMs });
  }, seenFirst(START));
}
/** '14:05:00 – 14:52:00' */
export const absences = (presence: Presence) =>
  presence.absences.map(({ fromMs, toMs }) => `${clock(fromMs)} – ${clock(toMs)}`);
