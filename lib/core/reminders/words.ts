import { projectTitle } from '../olie/timer';
import { startOfDay } from '../time/day';
import type { Zone } from '../time/time-zone';
import type { Words } from '../ui';

/** More of a name does not fit a notification. */
const LONGEST = 100;

/** A name in one line. */
export function inOneLine(name: string): string {
  return [...name.replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('');
}

/** What to call the work on a project. */
export function workName(work: { projectCode: string; projectName: string }, { t }: Words): string {
  return inOneLine(projectTitle(work)) || t('noProject');
}

/** "14:05", or "Thu 12 Mar, 14:05" if that is of another day than `nowMs`. */
export function momentText(atMs: number, nowMs: number, zone: Zone, { format }: Words): string {
  const time = format.timeOfDay(atMs, zone);
  const isToday = startOfDay(zone, atMs) === startOfDay(zone, nowMs);
  return isToday ? time : `${format.shortDate(atMs, zone)}, ${time}`;
}

/** "4:00": whole minutes, beside the word for hours. */
export function lengthText(fromMs: number, toMs: number, { format }: Words): string {
  return format.hours(Math.max(0, Math.floor((toMs - fromMs) / 1000)));
}
