import { timerClocks } from '../olie/timer';
import type { Preferences } from '../settings/preferences';
import type { Situation } from '../state/situation';
import { type Clock, readSeconds } from '../time/clock';
import type { Words } from '../ui';
import { titleOf } from './title';

/** The state that the badge's colour carries; its text or title always says it too. */
export type BadgeTone = 'running' | 'idle' | 'old' | 'alert' | 'workflow';

export interface Badge {
  /** At most four characters; empty for no badge. */
  text: string;
  tone: BadgeTone;
  /** The tooltip: all that the four characters leave out. */
  title: string;
}

const HOUR_S = 3600;

/** Is a text whole in the browser's badge, with the system's font? */
export type Fits = (text: string) => boolean;

/**
 * `<1m`, `37m`, `4:38` from one hour, `12h` from ten hours, `99h` at most. In a narrow badge `<1`, `37`, `4h`, `12ʰ`, and
 * `12:` where no font has the small `h`: a badge that is cut tells nothing.
 */
export function badgeText(seconds: number, fits: Fits): string {
  if (seconds < 60) return fitting('<1m', '<1', fits);
  const minutes = Math.floor(seconds / 60);
  if (seconds < HOUR_S) return fitting(`${minutes}m`, `${minutes}`, fits);
  const hours = Math.min(99, Math.floor(seconds / HOUR_S));
  if (hours >= 10) return fitting(`${hours}h`, fitting(`${hours}ʰ`, `${hours}:`, fits), fits);
  return fitting(`${hours}:${String(minutes % 60).padStart(2, '0')}`, `${hours}h`, fits);
}

function fitting(text: string, shorter: string, fits: Fits): string {
  return fits(text) ? text : shorter;
}

/** The count on the badge, or null if it shows none. The alarm takes its phase from it. */
export function badgeClock(situation: Situation, preferences: Preferences): Clock | null {
  const { timer, isDayOver } = situation;
  if (timer === null) return null;
  const { elapsed, total, idle } = timerClocks(timer);
  const ofToday = (clock: Clock | null) => (isDayOver ? null : clock);
  if (situation.kind === 'stopped') return preferences.whenIdle === 'idle' ? ofToday(idle) : null;
  if (preferences.badgeShows === 'nothing') return null;
  return preferences.badgeShows === 'total' ? ofToday(total) : elapsed;
}

/** Does the badge count what begins again at midnight? Not the running execution, which goes on. */
export function endsWithDay(situation: Situation, preferences: Preferences): boolean {
  const isCounting = (isDayOver: boolean) =>
    badgeClock({ ...situation, isDayOver }, preferences)?.kind === 'running';
  return isCounting(false) && !isCounting(true);
}

/**
 * The badge for a situation.
 * @param words see `titleOf`
 * @param fits see `Fits`
 */
export function badgeOf(
  situation: Situation,
  preferences: Preferences,
  words: Words,
  fits: Fits,
): Badge {
  const { kind } = situation;
  const title = titleOf(situation, words);
  if (situation.needsUser) return { text: '!', tone: 'alert', title };
  const badge =
    kind === 'disconnected'
      ? othersBadge(situation, fits)
      : timerBadge(situation, preferences, fits);
  // What ended badly colours the badge whatever it counts.
  return situation.unseen.length > 0
    ? { text: badge.text || '!', tone: 'alert', title }
    : { ...badge, title };
}

type Drawn = Pick<Badge, 'text' | 'tone'>;

/** Without a timer the badge counts what goes on. */
function othersBadge({ ongoing, othersFailures }: Situation, fits: Fits): Drawn {
  if (othersFailures.length > 0) return { text: '!', tone: 'alert' };
  const count = ongoing === 0 ? '' : String(Math.min(999, ongoing));
  return { text: fitting(count, '9+', fits), tone: 'workflow' };
}

function timerBadge(situation: Situation, preferences: Preferences, fits: Fits): Drawn {
  const { kind, timer, nowMs } = situation;
  const live: BadgeTone = kind === 'stopped' ? 'idle' : 'running';
  const tone = situation.isOld ? 'old' : live;
  if (kind === 'running' && timer?.hidden && preferences.badgeShows !== 'nothing') {
    return { text: '•', tone };
  }
  const clock = badgeClock(situation, preferences);
  return { text: clock === null ? '' : badgeText(readSeconds(clock, nowMs), fits), tone };
}
