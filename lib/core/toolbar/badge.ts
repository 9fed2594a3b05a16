import { timerClocks } from '../olie/timer';
import type { Preferences } from '../settings/preferences';
import type { Situation } from '../state/situation';
import type { Translate } from '../texts';
import { type Clock, readSeconds } from '../time/clock';
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

/** `<1m`, `37m`, `4:38` from one hour, `12h` from ten hours, `99h` at most. */
export function badgeText(seconds: number): string {
  if (seconds < 60) return '<1m';
  const minutes = Math.floor(seconds / 60);
  if (seconds < HOUR_S) return `${minutes}m`;
  const hours = Math.floor(seconds / HOUR_S);
  if (hours < 10) return `${hours}:${String(minutes % 60).padStart(2, '0')}`;
  return `${Math.min(99, hours)}h`;
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

/**
 * The badge for a situation.
 * @param ago how long ago that many seconds are, in words
 */
export function badgeOf(
  situation: Situation,
  preferences: Preferences,
  t: Translate,
  ago: (seconds: number) => string,
): Badge {
  const { kind } = situation;
  const title = titleOf(situation, t, ago);
  if (situation.needsUser) return { text: '!', tone: 'alert', title };
  const badge =
    kind === 'disconnected' ? othersBadge(situation) : timerBadge(situation, preferences);
  // What ended badly colours the badge whatever it counts.
  return situation.unseen.length > 0
    ? { text: badge.text || '!', tone: 'alert', title }
    : { ...badge, title };
}

type Drawn = Pick<Badge, 'text' | 'tone'>;

/** Without a timer the badge counts what goes on. */
function othersBadge({ ongoing, othersFailures }: Situation): Drawn {
  if (othersFailures.length > 0) return { text: '!', tone: 'alert' };
  return { text: ongoing === 0 ? '' : String(Math.min(999, ongoing)), tone: 'workflow' };
}

function timerBadge(situation: Situation, preferences: Preferences): Drawn {
  const { kind, timer, nowMs } = situation;
  const live: BadgeTone = kind === 'stopped' ? 'idle' : 'running';
  const tone = situation.isOld ? 'old' : live;
  if (kind === 'running' && timer?.hidden && preferences.badgeShows !== 'nothing') {
    return { text: '•', tone };
  }
  const clock = badgeClock(situation, preferences);
  return { text: clock === null ? '' : badgeText(readSeconds(clock, nowMs)), tone };
}
