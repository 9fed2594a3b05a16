import { clearAlarm, loadAlarm, saveAlarm } from '../../lib/browser/alarms';
import type { DrawBadge } from '../../lib/browser/badge';
import { ago, translate } from '../../lib/browser/texts';
import { tickMs } from '../../lib/core/feeds/schedule';
import type { Preferences } from '../../lib/core/settings/preferences';
import { type Situation, situationOf } from '../../lib/core/state/situation';
import { type State, timerFeed } from '../../lib/core/state/state';
import { alarmFor, isAlarmRight } from '../../lib/core/toolbar/alarm';
import { badgeClock, badgeOf } from '../../lib/core/toolbar/badge';

/**
 * Draws the badge from what is stored, and keeps the alarm that turns it with the true minute.
 * @param timeZone the browser's, an IANA name
 * @param drawBadge see badgeDrawer
 */
export async function show(
  state: State,
  preferences: Preferences,
  timeZone: string,
  drawBadge: DrawBadge,
): Promise<void> {
  const situation = situationOf(state, Date.now(), timeZone);
  const badge = badgeOf(situation, preferences, translate, ago);
  await Promise.all([drawBadge(badge), keepAlarm(state, situation, preferences)]);
}

async function keepAlarm(state: State, situation: Situation, preferences: Preferences) {
  // Nothing to ask and nothing to count: the worker sleeps until the settings change.
  if (state.feeds.length === 0) return clearAlarm();
  const clock = badgeClock(situation, preferences);
  const nowMs = Date.now();
  const offsetMs = timerFeed(state)?.offsetMs ?? 0;
  const wanted = alarmFor(clock, tickMs(preferences.refreshEveryS), nowMs, offsetMs);
  if (!isAlarmRight(await loadAlarm(), wanted, clock, nowMs)) await saveAlarm(wanted);
}
